package org.medulla.archive.cell;

import java.nio.file.Path;
import java.util.Optional;
import org.medulla.archive.digest.Digest;

/**
 * A cell of the archive with its image's facts and its current class.
 *
 * @param id its number
 * @param digest the SHA-256 of its image's bytes
 * @param classCode the class that is current: the newest review, or else the first label it came with
 * @param source the name of the source
 * @param path where its file was when it was imported
 * @param fileName the last part of that path
 * @param width pixels across
 * @param height pixels down
 * @param format the image's format: "jpeg"
 * @param perceptualHash 64 bits that near-duplicates share but for a few
 * @param externalPath where the image stays when it was imported in place
 * @param contradicted whether its image was filed under several classes
 * @param details what else is known
 */
public record Cell(
        CellId id,
        Digest digest,
        String classCode,
        String source,
        Path path,
        String fileName,
        int width,
        int height,
        String format,
        long perceptualHash,
        Optional<Path> externalPath,
        boolean contradicted,
        CellDetails details) {}
