package org.medulla.archive.blob;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.medulla.archive.digest.Digest;
import org.medulla.cytology.job.MedullaException;

/**
 * A place in an S3 bucket.
 *
 * @param bucket its name
 * @param prefix what the names of all blobs begin with: empty, or ending in a stroke
 */
record S3Address(String bucket, String prefix) {
    private static final Pattern FORM = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/([^?#]*))?");

    /**
     * Reads an address.
     *
     * @throws MedullaException USER when it is none
     */
    static S3Address parse(String address) {
        Matcher parts = FORM.matcher(address);
        if (!parts.matches()) {
            throw MedullaException.user("--blobs names " + address
                    + ": it is s3://BUCKET/PREFIX, or is left out for the folder in the home.");
        }
        String prefix = parts.group(2) == null ? "" : parts.group(2).replaceAll("/+$", "");
        return new S3Address(parts.group(1), prefix.isEmpty() ? "" : prefix + "/");
    }

    /** The name of a blob in the bucket, like that of its file in a folder. */
    String key(Digest digest) {
        return prefix + digest.hex().substring(0, 2) + "/" + digest.hex().substring(2);
    }

    @Override
    public String toString() {
        return "s3://" + bucket + "/" + prefix;
    }
}
