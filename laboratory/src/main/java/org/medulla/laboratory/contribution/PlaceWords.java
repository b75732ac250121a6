package org.medulla.laboratory.contribution;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which word tells a picture's class by its place: the nearest folder whose name stands for a class, or what stands before the
 * first underscore of the file's name; where neither does, the nearest folder that is not named by numbers alone.
 */
record PlaceWords(ClassWords words) {

    /** The picture with its class word, and another one where folder and name tell different classes. */
    ReceivedFile at(long position, String path, Path file) {
        List<String> parts = List.of(path.split("/"));
        List<String> folders = parts.subList(0, parts.size() - 1).reversed();
        Optional<String> prefix = Optional.of(parts.getLast())
                .filter(name -> name.indexOf('_') > 0)
                .map(name -> name.substring(0, name.indexOf('_')));
        Optional<String> filed = known(folders.stream());
        Optional<String> named = known(prefix.stream());
        Optional<String> other = named.filter(
                word -> filed.isPresent() && !words.code(filed.get()).equals(words.code(word)));
        Optional<String> word = filed.or(() -> named)
                .or(() -> folders.stream()
                        .filter(name -> !name.matches("[\\d\\s_-]+"))
                        .findFirst()
                        .or(() -> prefix));
        return new ReceivedFile(position, path, file, word, other, Map.of(), Optional.empty());
    }

    private Optional<String> known(Stream<String> candidates) {
        return candidates.filter(word -> words.code(word).isPresent()).findFirst();
    }
}
