package org.medulla.laboratory.release;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.medulla.archive.digest.Digest;
import org.medulla.cytology.job.MedullaException;

/**
 * The folder that a release is written to. Files are written under {@value #INCOMING} and moved into place whole, so whatever
 * has its name there is finished, even after a kill.
 */
final class ReleaseFolder {
    /** Lists the SHA-256 of every other file; a folder without it is unfinished. */
    static final String MANIFEST = "manifest-sha256.txt";
    /** The facts of the release, by which an unfinished one is known. */
    static final String FACTS = "release.json";

    private static final String INCOMING = ".incoming";

    private final Path root;
    private final Path incoming;
    private final Set<Path> made = new HashSet<>();

    ReleaseFolder(Path root) {
        this.root = root;
        this.incoming = root.resolve(INCOMING);
    }

    /**
     * Begins a release, or goes on with the same one.
     *
     * @param facts what release.json says of it
     * @throws MedullaException USER when something else is in the folder
     */
    void claim(String facts) {
        try {
            Files.createDirectories(root);
            Path before = root.resolve(FACTS);
            if (Files.isRegularFile(before)) {
                if (!Files.readString(before).equals(facts)) {
                    throw MedullaException.user("There is another release in " + root
                            + " (see its release.json): name another folder with --out, or delete that one first.");
                }
                return;
            }
            if (!isEmpty()) {
                throw MedullaException.user(
                        "The folder " + root + " is not empty and holds no release: name another one with --out.");
            }
            write(FACTS, out -> out.write(facts.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw trouble(FACTS, e);
        }
    }

    /** Writes a file, all of it or none, and gives its digest; one that is there already is replaced. */
    Digest write(String name, Content content) {
        Path draft = incoming.resolve("draft");
        try {
            makeFolder(incoming);
            MessageDigest sha256 = Digest.sha256();
            try (OutputStream file = Files.newOutputStream(draft);
                    OutputStream out = new BufferedOutputStream(new DigestOutputStream(file, sha256), 1 << 16)) {
                content.writeTo(out);
            }
            Path target = root.resolve(name);
            makeFolder(target.resolveSibling("."));
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return Digest.ofRaw(sha256.digest());
        } catch (IOException e) {
            throw trouble(name, e);
        }
    }

    private void makeFolder(Path folder) throws IOException {
        if (made.add(folder)) {
            Files.createDirectories(folder.normalize());
        }
    }

    /** Whether a file is there. */
    boolean holds(String name) {
        return Files.isRegularFile(root.resolve(name));
    }

    /** Whether a file is there with that length and digest. */
    boolean holds(String name, long bytes, Digest digest) {
        Path file = root.resolve(name);
        return file.toFile().length() == bytes && holds(name) && digestOf(name).equals(digest);
    }

    /** The digest of a file that is there. */
    Digest digestOf(String name) {
        try {
            return Digest.of(root.resolve(name));
        } catch (IOException e) {
            throw trouble(name, e);
        }
    }

    /** The length of a file that is there. */
    long lengthOf(String name) {
        return root.resolve(name).toFile().length();
    }

    /** Takes away what is no part of the release any more: drafts that a kill left. */
    void tidy() {
        try {
            if (Files.isDirectory(incoming)) {
                Files.deleteIfExists(incoming.resolve("draft"));
                Files.delete(incoming);
            }
        } catch (IOException e) {
            throw trouble(INCOMING, e);
        }
    }

    /** Every file under a folder by its path from there, with slashes, sorted. */
    static List<String> files(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<String> names = new ArrayList<>();
            walk.filter(path -> !Files.isDirectory(path))
                    .forEach(
                            path -> names.add(folder.relativize(path).toString().replace('\\', '/')));
            names.sort(null);
            return names;
        } catch (IOException e) {
            throw MedullaException.resources("Could not list " + folder + ": check that it can be read.", e);
        }
    }

    private boolean isEmpty() throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(root)) {
            for (Path child : children) {
                if (!child.equals(incoming)) {
                    return false;
                }
            }
            return true;
        }
    }

    private MedullaException trouble(String name, IOException e) {
        return MedullaException.resources(
                "Could not write " + name + " in " + root + " ("
                        + Objects.requireNonNullElse(
                                e.getMessage(), e.getClass().getSimpleName())
                        + "): free space there or check its permissions, then run it again; what is finished is kept.",
                e);
    }

    /** What a file holds. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
