package org.medulla.archive.contribution;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.medulla.cytology.job.MedullaException;

/**
 * The folder of the inbox: {@code <number>/files/} holds what was sent, as it was sent, {@code <number>/} beside it the report
 * and the letter. They may name patients, so they go when a contribution is sent back, and nothing else in a home repeats them.
 *
 * @param root the folder
 */
public record InboxFolder(Path root) {

    /** The folder of a contribution. */
    public Path of(long contribution) {
        return root.resolve(Long.toString(contribution));
    }

    /** Where the files of a contribution lie. */
    public Path files(long contribution) {
        return of(contribution).resolve("files");
    }

    /** Where files are put that are being received. */
    public Path incoming() {
        return root.resolve("incoming");
    }

    /** Deletes a folder with all that is in it; links are deleted, not followed. */
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                @SuppressWarnings("NullAway") // The error is null where there is none.
                public FileVisitResult postVisitDirectory(Path directory, IOException error) throws IOException {
                    if (error != null) {
                        throw error;
                    }
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw MedullaException.resources(
                    "Could not delete " + folder + ": check its permissions, then run it again.", e);
        }
    }
}
