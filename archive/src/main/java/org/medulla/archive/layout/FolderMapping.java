package org.medulla.archive.layout;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.medulla.archive.table.Table;
import org.medulla.cytology.job.MedullaException;

/** Which class each folder stands for: a CSV with the columns {@code folder,code}, an empty code leaving the folder out. */
final class FolderMapping {
    private final Map<String, Target> targets;
    private final Optional<ClassNames> ownNames;

    private FolderMapping(Map<String, Target> targets, Optional<ClassNames> ownNames) {
        this.targets = targets;
        this.ownNames = ownNames;
    }

    /** No file: a folder stands for the class whose code or name it bears. */
    static FolderMapping ownNames(ClassNames classes) {
        return new FolderMapping(Map.of(), Optional.of(classes));
    }

    /**
     * Reads a mapping file.
     *
     * @throws MedullaException DATA with the line's number for an unknown class or a folder that is given twice
     */
    static FolderMapping read(Path file, ClassNames classes) {
        Map<String, Target> targets = new LinkedHashMap<>();
        try (Table table = Table.open(file)) {
            table.require("folder", "code");
            table.lines().forEach(line -> {
                String folder = line.value("folder").orElse("").replace('\\', '/');
                Target target = line.value("code")
                        .<Target>map(word -> new Target.Known(classes.codeOrName(word)
                                .orElseThrow(() -> MedullaException.data(file + ", line " + line.number() + ": "
                                        + classes.unknown(word) + " Correct it, then run it again."))))
                        .orElseGet(Target.LeftOut::new);
                if (targets.putIfAbsent(key(folder), target) != null) {
                    throw MedullaException.data(file + ", line " + line.number() + ": the folder \"" + folder
                            + "\" is given twice; keep one line for it.");
                }
            });
        }
        return new FolderMapping(targets, Optional.empty());
    }

    /** What a folder stands for, looked up by its path from the root and then by its name. */
    Optional<Target> find(String relativePath, String name) {
        if (ownNames.isPresent()) {
            return ownNames.get().codeOrName(name).map(Target.Known::new);
        }
        return Optional.ofNullable(targets.get(key(relativePath)))
                .or(() -> Optional.ofNullable(targets.get(key(name))));
    }

    private static String key(String folder) {
        return folder.strip().toLowerCase(Locale.ROOT);
    }

    /** What a folder stands for. */
    sealed interface Target {
        /** A cell class. */
        record Known(String code) implements Target {}

        /** Nothing: its files are ignored. */
        record LeftOut() implements Target {}
    }
}
