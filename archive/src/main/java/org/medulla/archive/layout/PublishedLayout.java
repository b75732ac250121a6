package org.medulla.archive.layout;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The published marrow collection (Matek et al., Blood 2021): {@code <CODE>/<0001-1000>/<CODE>_00001.jpg}, small classes
 * without the folder of numbers; and its flattened mirrors, {@code <CODE>/<CODE>_00001.jpg} or all files in one folder. The
 * nearest folder named by a class code gives the class; where none is, the file's name does.
 */
final class PublishedLayout extends FolderTree {
    static final String NAME = "published";

    private final ClassNames classes;

    PublishedLayout(Path root, ClassNames classes) {
        super(NAME, root);
        this.classes = classes;
    }

    @Override
    LayoutEntry classify(Path image) {
        List<Path> folders = foldersOf(image);
        Optional<String> filed = folders.stream()
                .flatMap(folder -> classes.code(nameOf(folder)).stream())
                .findFirst();
        Optional<String> named = classes.code(prefixOf(image));
        if (filed.isEmpty() && named.isEmpty()) {
            String folder = folders.isEmpty() ? "" : nameOf(folders.getFirst());
            return new SetAside(
                    image,
                    SetAside.UNKNOWN_CLASS,
                    "neither folder nor file name gives a class: " + classes.unknown(folder));
        }
        if (filed.isPresent() && named.isPresent() && !filed.equals(named)) {
            return disagreement(image, named.get(), filed.get());
        }
        return new LabelledFile(image, filed.or(() -> named).orElseThrow());
    }
}
