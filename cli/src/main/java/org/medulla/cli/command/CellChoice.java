package org.medulla.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.search.Condition;
import org.medulla.archive.search.Facet;
import org.medulla.archive.search.SearchLanguage;
import org.medulla.cytology.nomenclature.Nomenclature;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which cells a command is about: those of some classes and sources, and those for which a question holds. */
final class CellChoice {
    /** What a question looks like, for the help of the commands that take one. */
    static final String QUESTION =
            "Only cells for which this holds, as 'class:BLA confidence:<0.6 -source:pbc'; in quotation marks.";

    @Option(
            names = "--class",
            paramLabel = "CODE",
            split = ",",
            converter = ClassCode.Converter.class,
            description = "Only cells of these classes.")
    private List<ClassCode> classes = List.of();

    @Option(names = "--source", paramLabel = "NAME", split = ",", description = "Only cells from these sources.")
    private List<String> sources = List.of();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** The classes and sources alone. */
    CellQuery query(Nomenclature nomenclature) {
        return CellQuery.all()
                .ofClasses(classes.stream()
                        .map(code -> code.in(nomenclature, spec))
                        .toList())
                .fromSources(sources);
    }

    /** The classes and sources, and a question in the language where one is asked. */
    Condition condition(Optional<String> question, Nomenclature nomenclature) {
        CellQuery query = query(nomenclature);
        List<Condition> parts = new ArrayList<>();
        question.map(SearchLanguage::parse)
                .filter(asked -> !asked.equals(Condition.EVERYTHING))
                .ifPresent(parts::add);
        if (!query.classes().isEmpty()) {
            parts.add(new Condition.OneOf(Facet.CLASS, query.classes()));
        }
        if (!query.sources().isEmpty()) {
            parts.add(new Condition.OneOf(Facet.SOURCE, query.sources()));
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.All(parts);
    }
}
