package org.medulla.laboratory.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.medulla.archive.digest.Digest;
import org.medulla.cytology.job.MedullaException;

/**
 * The SHA-256 of every file of a release but the manifest itself, in the form that {@code sha256sum -c} reads.
 *
 * @param digests by the path from the folder of the release
 */
record ReleaseManifest(SortedMap<String, Digest> digests) {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (\\S.*)");

    ReleaseManifest {
        digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
    }

    /** Whether a folder holds a finished release. */
    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(ReleaseFolder.MANIFEST))
                && Files.isRegularFile(folder.resolve(ReleaseFolder.FACTS));
    }

    /**
     * Reads the manifest of a release.
     *
     * @throws MedullaException DATA when it is not there or a line of it cannot be read
     */
    static ReleaseManifest read(Path folder) {
        Path file = folder.resolve(ReleaseFolder.MANIFEST);
        SortedMap<String, Digest> digests = new TreeMap<>();
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw MedullaException.data("There is no readable " + ReleaseFolder.MANIFEST + " in " + folder
                    + ": it is no release, or one whose writing was stopped; run `medulla release` on it again.");
        }
        for (String line : lines) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches() || digests.put(matcher.group(2), new Digest(matcher.group(1))) != null) {
                throw MedullaException.data("A line of " + file + " is damaged (\"" + line
                        + "\"): take the release from its origin again.");
            }
        }
        return new ReleaseManifest(digests);
    }

    /** The digest of a file. */
    Optional<Digest> of(String file) {
        return Optional.ofNullable(digests.get(file));
    }

    /** The bytes of the manifest. */
    byte[] bytes() {
        StringBuilder text = new StringBuilder();
        digests.forEach((file, digest) ->
                text.append(digest.hex()).append("  ").append(file).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
