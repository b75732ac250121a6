package org.medulla.archive.layout;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * The peripheral-blood collection of Acevedo et al. (Data in Brief 2020): {@code <type>/<PREFIX>_<n>.jpg}. The prefix gives the
 * class through a class map, or else the type does; what the map leaves out altogether, as the mixed IG, is set aside.
 */
final class PbcLayout extends FolderTree {
    static final String NAME = "pbc";

    private final Function<String, Optional<String>> classMap;

    PbcLayout(Path root, Function<String, Optional<String>> classMap) {
        super(NAME, root);
        this.classMap = classMap;
    }

    @Override
    LayoutEntry classify(Path image) {
        String prefix = prefixOf(image);
        String type = nameOf(foldersOf(image).getFirst());
        Optional<String> named = classMap.apply(prefix);
        Optional<String> filed = classMap.apply(type);
        if (named.isEmpty() && filed.isEmpty()) {
            return new SetAside(
                    image,
                    SetAside.UNKNOWN_CLASS,
                    "the class map \"pbc\" has no class for \"" + prefix + "\": add a line to the map to take it in");
        }
        if (filed.isPresent() && named.isPresent() && !filed.equals(named)) {
            return disagreement(image, named.get(), filed.get());
        }
        return new LabelledFile(image, named.or(() -> filed).orElseThrow());
    }
}
