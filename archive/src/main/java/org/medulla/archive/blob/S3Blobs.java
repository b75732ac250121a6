package org.medulla.archive.blob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.medulla.archive.digest.Digest;
import org.medulla.cytology.job.MedullaException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Blobs in a bucket of S3 or of a server that speaks its language. An object is there altogether or not at all, and the server
 * compares what arrived with the digest that was sent along.
 */
final class S3Blobs implements Blobs {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{2}/[0-9a-f]{62}");

    private final S3Address address;
    private final S3Client client;
    private final Path cache;

    private S3Blobs(S3Address address, S3Client client, Path cache) {
        this.address = address;
        this.client = client;
        this.cache = cache;
    }

    static Blobs at(S3Address address, Path cache, Map<String, String> environment) {
        return new S3Blobs(address, S3Connection.client(environment), cache);
    }

    @Override
    public void put(Digest digest, byte[] bytes) {
        if (sizeOf(digest) == bytes.length) {
            return;
        }
        ask(() -> client.putObject(
                request -> request.bucket(address.bucket())
                        .key(address.key(digest))
                        .checksumSHA256(Base64.getEncoder().encodeToString(digest.raw())),
                RequestBody.fromBytes(bytes)));
    }

    @Override
    public byte[] get(Digest digest) {
        try {
            return ask(() -> client.getObjectAsBytes(
                            request -> request.bucket(address.bucket()).key(address.key(digest)))
                    .asByteArrayUnsafe());
        } catch (NoSuchKeyException e) {
            throw MedullaException.data("Blob " + digest + " is missing from " + address
                    + ": run `medulla verify` to see what else is, and import the original file again to restore it.");
        }
    }

    @Override
    public InputStream open(Digest digest) throws IOException {
        try {
            return ask(() ->
                    client.getObject(request -> request.bucket(address.bucket()).key(address.key(digest))));
        } catch (NoSuchKeyException e) {
            throw new NoSuchFileException(where(digest));
        }
    }

    @Override
    public long sizeOf(Digest digest) {
        try {
            return ask(() -> client.headObject(
                            request -> request.bucket(address.bucket()).key(address.key(digest)))
                    .contentLength());
        } catch (NoSuchKeyException e) {
            return -1;
        }
    }

    @Override
    public Path path(Digest digest) {
        Path copy = cache.resolve(digest.hex());
        if (Files.exists(copy)) {
            return copy;
        }
        Path incoming = cache.resolve(UUID.randomUUID() + ".part");
        try {
            Files.createDirectories(cache);
            Files.write(incoming, get(digest));
            return Files.move(incoming, copy, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw MedullaException.resources(
                    "Could not write a copy of blob " + digest + " under " + cache
                            + ": free space there or choose another --home, then run it again.",
                    e);
        }
    }

    @Override
    public String where(Digest digest) {
        return "s3://" + address.bucket() + "/" + address.key(digest);
    }

    @Override
    public void delete(Digest digest) {
        ask(() ->
                client.deleteObject(request -> request.bucket(address.bucket()).key(address.key(digest))));
    }

    /** Does nothing: a bucket shows no half object. */
    @Override
    public void clearIncoming() {}

    @Override
    public void forEach(ObjLongConsumer<Digest> consumer) {
        ask(() -> {
            for (S3Object object : client.listObjectsV2Paginator(
                            request -> request.bucket(address.bucket()).prefix(address.prefix()))
                    .contents()) {
                String name = object.key().substring(address.prefix().length());
                if (NAME.matcher(name).matches()) {
                    consumer.accept(new Digest(name.replace("/", "")), object.size());
                }
            }
            return address;
        });
    }

    /** A bucket may be named to several archives. */
    @Override
    public boolean isShared() {
        return true;
    }

    private <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (NoSuchKeyException e) {
            throw e;
        } catch (SdkException e) {
            throw S3Connection.explain(e, address);
        }
    }
}
