package org.medulla.laboratory.contribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.medulla.archive.table.Table;
import org.medulla.cytology.job.MedullaException;

/**
 * The pictures of a contribution in an order that depends on names alone: the lines of its manifest first, where there is one,
 * then all other pictures by path.
 *
 * @param pictures every picture, and what was meant to be one
 * @param otherFiles how many files of other kinds there are
 */
record ReceivedFiles(List<ReceivedFile> pictures, long otherFiles) {
    private static final Set<String> PICTURES = Set.of(
            "jpg", "jpeg", "png", "tif", "tiff", "bmp", "gif", "webp", "heic", "heif", "avif", "jp2", "jxl", "svs",
            "ndpi", "mrxs", "dcm", "czi", "psd");
    private static final Set<String> TABLES = Set.of("csv", "tsv", "txt");
    private static final String MANIFEST = "manifest.csv";

    ReceivedFiles {
        pictures = List.copyOf(pictures);
    }

    /** Finds the pictures below a folder. */
    static ReceivedFiles in(Path folder, ClassWords words) {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.filter(Files::isRegularFile)
                    .sorted((a, b) -> slashed(folder, a).compareTo(slashed(folder, b)))
                    .toList();
        } catch (IOException e) {
            throw MedullaException.resources("Could not list the files in " + folder + ": check the disk.", e);
        }
        List<Path> images =
                all.stream().filter(file -> PICTURES.contains(ending(file))).toList();
        List<ReceivedFile> pictures = new ArrayList<>();
        Optional<Path> manifest = manifest(all);
        manifest.ifPresent(file -> addLines(pictures, folder, file));
        Set<Path> listed = new HashSet<>();
        pictures.forEach(picture -> listed.add(picture.file()));
        PlaceWords places = new PlaceWords(words);
        for (Path image : images) {
            if (!listed.contains(image)) {
                long position = pictures.size() + 1L;
                String path = slashed(folder, image);
                pictures.add(
                        manifest.isPresent()
                                ? picture(position, path, image, Optional.empty(), Map.of(), Optional.empty())
                                : places.at(position, path, image));
            }
        }
        return new ReceivedFiles(pictures, all.size() - images.size());
    }

    /** The manifest: the file of that name nearest to the top, else the only table that has the columns it needs. */
    private static Optional<Path> manifest(List<Path> all) {
        Optional<Path> named = all.stream()
                .filter(file -> file.getFileName().toString().equalsIgnoreCase(MANIFEST))
                .min((a, b) -> Integer.compare(a.getNameCount(), b.getNameCount()));
        if (named.isPresent()) {
            return named;
        }
        List<Path> tables = all.stream()
                .filter(file -> TABLES.contains(ending(file)) && isManifest(file))
                .toList();
        return tables.size() == 1 ? Optional.of(tables.getFirst()) : Optional.empty();
    }

    private static boolean isManifest(Path file) {
        try (Table table = Table.open(file)) {
            table.require("path", "class");
            return true;
        } catch (MedullaException e) {
            return false;
        }
    }

    private static void addLines(List<ReceivedFile> pictures, Path folder, Path manifest) {
        try (Table table = Table.open(manifest)) {
            table.require("path", "class");
            table.lines().forEach(line -> pictures.add(line(pictures.size() + 1L, folder, manifest, line)));
        }
    }

    private static ReceivedFile line(long position, Path folder, Path manifest, Table.Line line) {
        String at = "line " + line.number() + " of the manifest ";
        Optional<String> path = line.value("path");
        Map<String, String> columns = new LinkedHashMap<>();
        line.others(Set.of("path", "class", "reader"))
                .forEach((heading, value) -> columns.put(known(Table.normalised(heading), heading), value));
        if (path.isEmpty()) {
            return picture(
                    position, at.strip(), manifest, Optional.empty(), columns, Optional.of(at + "names no file"));
        }
        Path file;
        try {
            file = manifest.resolveSibling(path.get().replace('\\', '/')).normalize();
        } catch (InvalidPathException e) {
            return picture(
                    position, at.strip(), manifest, line.value("class"), columns, Optional.of(at + "names no path"));
        }
        if (!file.startsWith(folder)) {
            return picture(
                    position,
                    at.strip(),
                    manifest,
                    line.value("class"),
                    columns,
                    Optional.of(at + "names a file outside of what was sent"));
        }
        Optional<String> trouble = line.isComplete()
                ? Optional.empty()
                : Optional.of(at + "has not as many values as the heading has names");
        return picture(position, slashed(folder, file), file, line.value("class"), columns, trouble);
    }

    /** The columns that Medulla understands have their own names, all others those of the manifest. */
    private static String known(String normalised, String heading) {
        return Set.of("patient", "smear", "diagnosis", "stain", "scanner", "microns_per_pixel")
                        .contains(normalised)
                ? normalised
                : heading;
    }

    private static ReceivedFile picture(
            long position,
            String path,
            Path file,
            Optional<String> word,
            Map<String, String> columns,
            Optional<String> trouble) {
        return new ReceivedFile(position, path, file, word, Optional.empty(), columns, trouble);
    }

    private static String slashed(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
