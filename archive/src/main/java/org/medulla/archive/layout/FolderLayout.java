package org.medulla.archive.layout;

import java.nio.file.Path;
import java.util.Optional;

/** Any tree with a folder for each class; a mapping file, or the folders' own names, say which class. */
final class FolderLayout extends FolderTree {
    static final String NAME = "folders";

    private final FolderMapping mapping;
    private final ClassNames classes;

    FolderLayout(Path root, FolderMapping mapping, ClassNames classes) {
        super(NAME, root);
        this.mapping = mapping;
        this.classes = classes;
    }

    @Override
    LayoutEntry classify(Path image) {
        for (Path folder : foldersOf(image)) {
            String relative = root().relativize(folder).toString().replace('\\', '/');
            Optional<FolderMapping.Target> target = mapping.find(relative, nameOf(folder));
            if (target.isPresent()) {
                return switch (target.get()) {
                    case FolderMapping.Target.Known known -> new LabelledFile(image, known.code());
                    case FolderMapping.Target.LeftOut leftOut -> new LayoutEntry.Ignored(image);
                };
            }
        }
        String folder = nameOf(foldersOf(image).getFirst());
        return new SetAside(
                image,
                SetAside.UNKNOWN_CLASS,
                "the folder \"" + folder + "\" is not mapped (" + classes.unknown(folder)
                        + "): add it to the mapping file");
    }
}
