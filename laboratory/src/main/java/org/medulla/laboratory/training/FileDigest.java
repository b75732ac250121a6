package org.medulla.laboratory.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.medulla.cytology.job.MedullaException;
import org.medulla.vision.model.Provenance;

/** A file as the provenance of a model names it: by its name and digest, whatever its size. */
public final class FileDigest {
    private FileDigest() {}

    /**
     * Reads the file and computes its digest.
     *
     * @throws MedullaException USER when there is no such file
     */
    public static Provenance.Source of(Path file) {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(java.io.OutputStream.nullOutputStream());
            return new Provenance.Source(
                    file.getFileName().toString(),
                    HexFormat.of().formatHex(digest.getMessageDigest().digest()));
        } catch (NoSuchFileException e) {
            throw MedullaException.user("There are no weights at " + file + ": check the path.");
        } catch (IOException e) {
            throw MedullaException.resources("The weights " + file + " could not be read.", e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java has SHA-256", e);
        }
    }
}
