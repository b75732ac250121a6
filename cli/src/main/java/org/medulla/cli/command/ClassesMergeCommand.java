package org.medulla.cli.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.nomenclature.RecordedChange;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.cytology.nomenclature.NomenclatureChange;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Merges classes. */
@picocli.CommandLine.Command(
        name = "merge",
        description = "Merge several classes into one.",
        footer = {
            "",
            "Their cells show as the one from now on, in searches and new datasets; what was read",
            "stays as it was read. A new class is like the first of the merged ones.",
            "`medulla classes split` takes a merge back.",
            "Example: medulla classes merge NGB,NGS --into NEU --name Neutrophil --by Weiß"
        })
public final class ClassesMergeCommand extends Command {
    @Parameters(
            paramLabel = "CODE",
            split = ",",
            arity = "1",
            converter = ClassCode.Converter.class,
            description = "The classes, separated by commas.")
    private List<ClassCode> codes = List.of();

    @Option(
            names = "--into",
            paramLabel = "CODE",
            required = true,
            converter = ClassCode.Converter.class,
            description = "What they become: one of them, another class, or a new one.")
    private ClassCode into = new ClassCode("");

    @Option(names = "--name", paramLabel = "NAME", description = "What a new class is called.")
    private Optional<String> name = Optional.empty();

    @Mixin
    private ChangeAuthor author = new ChangeAuthor();

    @Override
    public Integer call() {
        try (Archive archive = Archive.open(place())) {
            Nomenclature nomenclature = archive.nomenclature();
            List<String> merged =
                    codes.stream().map(code -> code.in(nomenclature, spec())).toList();
            if (nomenclature.known(into.word()).isPresent() == name.isPresent()) {
                throw wrongUsage(
                        name.isPresent()
                                ? into.word() + " has a name already: leave out --name, or rename it afterwards."
                                : into.word() + " is a new class: say what it is called with --name.");
            }
            RecordedChange made =
                    author.make(archive, NomenclatureChange.Merged.of(nomenclature, merged, into.word(), name));
            say(String.format(
                    Locale.ROOT,
                    "Merged %s into %s, which has %,d cells now. The nomenclature is %s now.",
                    String.join(", ", merged),
                    into.word(),
                    archive.cells().count(CellQuery.all().ofClasses(List.of(into.word()))),
                    made.version()));
        }
        return DONE;
    }
}
