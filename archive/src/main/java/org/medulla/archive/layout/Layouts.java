package org.medulla.archive.layout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.nomenclature.ClassMap;
import org.medulla.cytology.nomenclature.Nomenclature;

/** The layouts that Medulla understands: names one, or finds out which one a folder has. */
public final class Layouts {
    private static final Set<String> PBC_TYPES =
            Set.of("basophil", "eosinophil", "erythroblast", "ig", "lymphocyte", "monocyte", "neutrophil", "platelet");
    private static final String MANIFEST_FILE = "manifest.csv";
    private static final int DEPTH = 3;

    private final ClassNames classes;
    private final Function<String, Optional<String>> pbc;

    /**
     * Understands labels in the words of a nomenclature.
     *
     * @param namesByCode the classes: name by code
     * @param pbc the class map of the peripheral-blood collection: code by prefix or type
     */
    Layouts(Map<String, String> namesByCode, Function<String, Optional<String>> pbc) {
        this.classes = new ClassNames(namesByCode);
        this.pbc = pbc;
    }

    /** Understands labels in the words of the standard nomenclature. */
    public static Layouts standard() {
        return of(Nomenclature.standard());
    }

    /** Understands labels in the words of a nomenclature, also those of classes that were merged into others. */
    public static Layouts of(Nomenclature nomenclature) {
        Map<String, String> namesByCode = new LinkedHashMap<>();
        nomenclature
                .merged()
                .keySet()
                .forEach(code -> nomenclature.known(code).ifPresent(c -> namesByCode.put(c.code(), c.name())));
        nomenclature.classes().forEach(c -> namesByCode.put(c.code(), c.name()));
        return new Layouts(namesByCode, ClassMap.pbc()::toCode);
    }

    /**
     * The layout with that name.
     *
     * @param name "published", "pbc", "folders", "manifest", or "auto" to find out
     * @throws MedullaException USER for an unknown name, or for a path that is not there
     */
    public Layout named(String name, Path root) {
        requireExists(root);
        return switch (name) {
            case "auto" -> detect(root);
            case PublishedLayout.NAME -> new PublishedLayout(requireFolder(root), classes);
            case PbcLayout.NAME -> new PbcLayout(requireFolder(root), pbc);
            case FolderLayout.NAME -> new FolderLayout(requireFolder(root), FolderMapping.ownNames(classes), classes);
            case ManifestLayout.NAME ->
                new ManifestLayout(Files.isDirectory(root) ? root.resolve(MANIFEST_FILE) : root, classes);
            default ->
                throw MedullaException.user(
                        "There is no layout \"" + name + "\": choose auto, published, pbc, folders or manifest.");
        };
    }

    /**
     * A tree with a folder for each class, which a mapping file names.
     *
     * @param mapping a CSV file with the columns {@code folder,code}; an empty code leaves the folder out
     * @throws MedullaException DATA with the line's number for a mapping that does not add up
     */
    public Layout folders(Path root, Path mapping) {
        requireExists(root);
        return new FolderLayout(requireFolder(root), FolderMapping.read(mapping, classes), classes);
    }

    /**
     * Finds out which layout a folder or file has, from the names of what is in it.
     *
     * @throws MedullaException USER when it looks like none, with what to do
     */
    public Layout detect(Path path) {
        Path root = path.toAbsolutePath().normalize();
        requireExists(root);
        if (!Files.isDirectory(root)) {
            return new ManifestLayout(requireTable(root), classes);
        }
        if (Files.isRegularFile(root.resolve(MANIFEST_FILE))) {
            return new ManifestLayout(root.resolve(MANIFEST_FILE), classes);
        }
        List<Path> level = List.of(root);
        for (int depth = 0; depth <= DEPTH && !level.isEmpty(); depth++) {
            if (anyNamed(level, name -> classes.code(name).isPresent())) {
                return new PublishedLayout(root, classes);
            }
            if (anyNamed(level, name -> PBC_TYPES.contains(name.toLowerCase(Locale.ROOT)))) {
                return new PbcLayout(root, pbc);
            }
            if (anyNamed(level, name -> classes.codeOrName(name).isPresent())) {
                return new FolderLayout(root, FolderMapping.ownNames(classes), classes);
            }
            List<Path> children =
                    level.stream().flatMap(f -> SortedWalk.list(f).stream()).toList();
            if (children.stream().anyMatch(this::isNamedByClass)) {
                return new PublishedLayout(root, classes);
            }
            level = children.stream()
                    .filter(child -> Files.isDirectory(child) && !SortedWalk.isLeftBehind(child))
                    .toList();
        }
        throw MedullaException.user(
                "No layout is recognised in " + root + " (looked for folders named by class codes such"
                        + " as BLA, for the types of the blood collection, for " + MANIFEST_FILE
                        + "): say which class each folder"
                        + " is with --mapping FILE, a CSV with the columns folder,code.");
    }

    private boolean isNamedByClass(Path child) {
        return FileKind.of(child) == FileKind.IMAGE
                && FolderTree.nameOf(child).indexOf('_') > 0
                && classes.code(FolderTree.prefixOf(child)).isPresent()
                && Files.isRegularFile(child);
    }

    private static boolean anyNamed(List<Path> folders, Function<String, Boolean> matches) {
        return folders.stream().anyMatch(folder -> matches.apply(FolderTree.nameOf(folder)));
    }

    private static void requireExists(Path path) {
        if (!Files.exists(path)) {
            throw MedullaException.user("There is nothing at " + path + ": check the path.");
        }
    }

    private static Path requireFolder(Path path) {
        if (!Files.isDirectory(path)) {
            throw MedullaException.user(path + " is not a folder: this layout needs one.");
        }
        return path;
    }

    private static Path requireTable(Path file) {
        String name = FolderTree.nameOf(file).toLowerCase(Locale.ROOT);
        if (!name.endsWith(".csv") && !name.endsWith(".tsv") && !name.endsWith(".txt")) {
            throw MedullaException.user(
                    file + " is neither a folder nor a CSV manifest: give the folder that it is in.");
        }
        return file;
    }
}
