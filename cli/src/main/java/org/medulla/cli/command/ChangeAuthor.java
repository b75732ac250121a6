package org.medulla.cli.command;

import java.util.Optional;
import org.medulla.archive.Archive;
import org.medulla.archive.nomenclature.RecordedChange;
import org.medulla.cytology.nomenclature.NomenclatureChange;
import picocli.CommandLine.Option;

/** Who changes the nomenclature, and why. */
final class ChangeAuthor {
    @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who changes it.")
    private String author = "";

    @Option(names = "--reason", paramLabel = "WORDS", description = "Why.")
    private Optional<String> reason = Optional.empty();

    /** Writes a change down. */
    RecordedChange make(Archive archive, NomenclatureChange change) {
        return archive.nomenclatures().add(change, author, reason);
    }
}
