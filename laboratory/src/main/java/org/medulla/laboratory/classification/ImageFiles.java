package org.medulla.laboratory.classification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.medulla.cytology.job.MedullaException;

/**
 * The files that a person means by a list of files and folders: files as they stand, folders with everything below them in
 * the order of their paths. Hidden files and the indexes that file managers leave behind are passed over, and so is what lies
 * beside the pictures in a folder of phantoms: the masks, the plan and the list.
 */
public final class ImageFiles {
    private static final Set<String> LEFT_BY_FILE_MANAGERS = Set.of("thumbs.db", "desktop.ini");

    private static final String PHANTOM_PLAN = "phantoms.json";
    private static final Set<String> BESIDE_PHANTOMS = Set.of(PHANTOM_PLAN, "manifest.csv", "masks");

    private ImageFiles() {}

    /**
     * Lists the files.
     *
     * @throws MedullaException USER when one of the paths is not there or when there is no file at all
     */
    public static List<Path> of(List<Path> paths) {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                addBelow(path, files);
            } else if (Files.exists(path)) {
                files.add(path);
            } else {
                throw MedullaException.user("There is no file or folder " + path + ": check how it is spelt.");
            }
        }
        if (files.isEmpty()) {
            throw MedullaException.user("There are no files in " + paths.getFirst() + ".");
        }
        return List.copyOf(files);
    }

    private static void addBelow(Path folder, List<Path> files) {
        try (Stream<Path> found = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            found.filter(Files::isRegularFile)
                    .filter(file -> isMeant(folder, folder.relativize(file)))
                    .sorted()
                    .forEach(files::add);
        } catch (IOException | UncheckedIOException e) {
            throw MedullaException.resources("The folder " + folder + " could not be read through.", e);
        }
    }

    private static boolean isMeant(Path folder, Path below) {
        if (Files.exists(folder.resolve(PHANTOM_PLAN))
                && BESIDE_PHANTOMS.contains(below.getName(0).toString())) {
            return false;
        }
        for (Path part : below) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        return !LEFT_BY_FILE_MANAGERS.contains(below.getFileName().toString().toLowerCase(Locale.ROOT));
    }
}
