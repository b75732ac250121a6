package org.medulla.cli.command;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.medulla.archive.Archive;
import org.medulla.cytology.nomenclature.CellClass;
import org.medulla.cytology.nomenclature.Lineage;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.cytology.nomenclature.NomenclatureChange;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a class. */
@picocli.CommandLine.Command(
        name = "add",
        description = "Add a class.",
        footer = {
            "",
            "A class of the lineages uncounted and megakaryocytic is noted beside the",
            "differential and not counted in it, unless --counted says so.",
            "Example: medulla classes add MGK --name Megakaryocyte --lineage megakaryocytic --by Weiß"
        })
public final class ClassesAddCommand extends Command {
    private static final Set<Lineage> BESIDE = Set.of(Lineage.UNCOUNTED, Lineage.MEGAKARYOCYTIC);

    @Parameters(paramLabel = "CODE", converter = ClassCode.Converter.class, description = "Its code: MGK.")
    private ClassCode code = new ClassCode("");

    @Option(names = "--name", paramLabel = "NAME", required = true, description = "What it is called.")
    private String name = "";

    @Option(
            names = "--lineage",
            paramLabel = "LINEAGE",
            description = "granulocytic, eosinophilic, basophilic, monocytic, erythroid, lymphoid, megakaryocytic or"
                    + " uncounted. Default: that of the class it is like.")
    private Optional<String> lineage = Optional.empty();

    @Option(
            names = "--like",
            paramLabel = "CODE",
            converter = ClassCode.Converter.class,
            description = "A class that it is like in what is not said: lineage, rank, counted, critical.")
    private Optional<ClassCode> like = Optional.empty();

    @Option(
            names = "--tolerated",
            paramLabel = "CODE",
            split = ",",
            converter = ClassCode.Converter.class,
            description = "Neighbouring classes for which readers forgive one another.")
    private List<ClassCode> tolerated = List.of();

    @Option(
            names = "--rank",
            paramLabel = "N",
            description = "How far along its lineage it stands, 0 being the youngest.")
    private Optional<Integer> rank = Optional.empty();

    @Option(
            names = "--counted",
            paramLabel = "BOOLEAN",
            arity = "1",
            description = "Whether the differential counts it: true or false.")
    private Optional<Boolean> counted = Optional.empty();

    @Option(names = "--critical", description = "Missing it may change a diagnosis.")
    private boolean critical;

    @Option(names = "--snomed", paramLabel = "CODE", description = "Its SNOMED CT code.")
    private Optional<String> snomed = Optional.empty();

    @Mixin
    private ChangeAuthor author = new ChangeAuthor();

    @Override
    public Integer call() {
        if (lineage.isEmpty() && like.isEmpty()) {
            throw wrongUsage("A class needs --lineage, or --like a class whose lineage it has.");
        }
        try (Archive archive = Archive.open(place())) {
            CellClass added = described(archive.nomenclature());
            author.make(archive, new NomenclatureChange.Added(added));
            say("Added " + added.code() + " (" + added.name() + "), "
                    + added.lineage().word() + ", "
                    + (added.counted() ? "counted in the differential" : "noted beside the differential")
                    + "; the nomenclature is " + archive.nomenclature().version() + " now.");
        }
        return DONE;
    }

    private CellClass described(Nomenclature nomenclature) {
        Optional<CellClass> model = like.map(word -> nomenclature.of(word.in(nomenclature, spec())));
        Lineage line =
                lineage.map(Lineage::of).or(() -> model.map(CellClass::lineage)).orElseThrow();
        Set<String> neighbours = new LinkedHashSet<>();
        tolerated.forEach(word -> neighbours.add(word.in(nomenclature, spec())));
        OptionalInt stands = rank.map(OptionalInt::of)
                .or(() -> model.map(CellClass::maturationRank))
                .orElse(OptionalInt.empty());
        return new CellClass(
                code.word(),
                name,
                line,
                stands,
                counted.or(() -> model.map(CellClass::counted)).orElse(!BESIDE.contains(line)),
                critical || model.map(CellClass::critical).orElse(false),
                neighbours,
                snomed);
    }
}
