package org.medulla.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.medulla.archive.Archive;
import org.medulla.archive.annotation.Certainty;
import org.medulla.archive.annotation.Reading;
import org.medulla.archive.annotation.ReadingTable;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.model.ModelVersion;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives cells their classes. */
@picocli.CommandLine.Command(
        name = "label",
        description = "Give a cell its class, or many cells by a CSV file.",
        footer = {
            "",
            "A file has the columns cell (or sha256) and class, and where known reader,",
            "certainty, seconds, blinded, model and reason. Nothing is overwritten: every",
            "label stays, the newest one counts; `medulla history` shows them.",
            "Example: medulla label 17 PMO --reader \"Dr. Weiß\" --reason \"azurophil granules\""
        })
public final class LabelCommand extends Command {
    @Parameters(index = "0", arity = "0..1", paramLabel = "CELL", description = "The cell's number.")
    private Optional<Long> cell = Optional.empty();

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "CODE",
            converter = ClassCode.Converter.class,
            description = "Its class.")
    private Optional<ClassCode> code = Optional.empty();

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description = "Instead: many labels in a CSV file, all or none of them.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--reader", paramLabel = "NAME", description = "Who says so.")
    private Optional<String> reader = Optional.empty();

    @Option(names = "--reason", paramLabel = "WORDS", description = "Why.")
    private Optional<String> reason = Optional.empty();

    @Option(names = "--certainty", paramLabel = "WORD", description = "sure, likely or unsure.")
    private Optional<String> certainty = Optional.empty();

    @Option(names = "--seconds", paramLabel = "S", description = "How long it took.")
    private Optional<Double> seconds = Optional.empty();

    @Option(names = "--blinded", description = "The reader saw neither another's class nor a model's answer.")
    private boolean blinded;

    @Option(
            names = "--seen-model",
            paramLabel = "M",
            description = "The model of the home whose answer the reader saw.")
    private Optional<String> seenModel = Optional.empty();

    @Override
    public Integer call() {
        try (Archive archive = Archive.open(place())) {
            List<Reading> readings = file.isPresent()
                    ? new ReadingTable(archive.cells(), archive.nomenclature()).read(file.get(), reader)
                    : List.of(reading(archive));
            archive.annotations().addAll(readings);
            say(String.format(Locale.ROOT, "%,d %s kept.", readings.size(), readings.size() == 1 ? "label" : "labels"));
        }
        return DONE;
    }

    private Reading reading(Archive archive) {
        if (cell.isEmpty() || code.isEmpty() || reader.isEmpty()) {
            throw wrongUsage("A label needs a cell, a class and --reader; many labels come with --from FILE.");
        }
        if (cell.get() < 1) {
            throw wrongUsage("Cells are numbered from 1, not " + cell.get() + ".");
        }
        return new Reading(
                new CellId(cell.get()),
                reader.get(),
                code.get().in(archive.nomenclature(), spec()),
                reason,
                certainty.map(Certainty::of),
                seconds.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                blinded,
                seenModel.map(name -> modelDigest(archive, name)));
    }

    private Digest modelDigest(Archive archive, String name) {
        return archive.models()
                .find(name)
                .map(ModelVersion::digest)
                .orElseThrow(() -> wrongUsage("There is no model \"" + name + "\" in the home: see `medulla models`."));
    }
}
