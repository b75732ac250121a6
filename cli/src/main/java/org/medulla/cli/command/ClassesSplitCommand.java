package org.medulla.cli.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.nomenclature.RecordedChange;
import org.medulla.cytology.nomenclature.NomenclatureChange;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Splits a class. */
@picocli.CommandLine.Command(
        name = "split",
        description = "Split a class into several; also takes a merge back.",
        footer = {
            "",
            "The class becomes a group, which keeps its cells until they are read again. New parts",
            "have its lineage and its neighbours. Parts that were merged into it come back, and",
            "with them the cells that were read as such.",
            "Example: medulla classes split LYT --into LYB,LYC --name LYB=\"B lymphocyte\" --by Weiß"
        })
public final class ClassesSplitCommand extends Command {
    @Parameters(paramLabel = "CODE", converter = ClassCode.Converter.class, description = "The class.")
    private ClassCode code = new ClassCode("");

    @Option(
            names = "--into",
            paramLabel = "CODE",
            split = ",",
            required = true,
            converter = ClassCode.Converter.class,
            description = "The codes of its parts, new ones or such as were merged into it.")
    private List<ClassCode> into = List.of();

    @Option(names = "--name", paramLabel = "CODE=NAME", description = "What a new part is called.")
    private Map<String, String> names = Map.of();

    @Mixin
    private ChangeAuthor author = new ChangeAuthor();

    @Override
    public Integer call() {
        List<String> parts = into.stream().map(ClassCode::word).toList();
        Map<String, String> called = new TreeMap<>();
        names.forEach((part, words) -> called.put(part.toUpperCase(Locale.ROOT), words));
        if (!parts.containsAll(called.keySet())) {
            throw wrongUsage("--name is for the parts " + String.join(", ", parts) + ", not for "
                    + String.join(", ", called.keySet()) + ".");
        }
        try (Archive archive = Archive.open(place())) {
            String whole = code.in(archive.nomenclature(), spec());
            RecordedChange made =
                    author.make(archive, NomenclatureChange.Split.of(archive.nomenclature(), whole, parts, called));
            say(String.format(
                    Locale.ROOT,
                    "%s; %,d cells are %s still and wait to be read again. The nomenclature is %s now.",
                    capital(ClassesCommand.words(made.change())),
                    archive.cells().count(CellQuery.all().ofClasses(List.of(whole))),
                    whole,
                    made.version()));
        }
        return DONE;
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
