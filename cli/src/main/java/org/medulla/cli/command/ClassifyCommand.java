package org.medulla.cli.command;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.medulla.laboratory.classification.AnswerCsv;
import org.medulla.laboratory.classification.AnswerJson;
import org.medulla.laboratory.classification.AnswerWriter;
import org.medulla.laboratory.classification.Classification;
import org.medulla.laboratory.classification.ImageFiles;
import org.medulla.laboratory.model.OpenModel;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Names the class of each image. */
@picocli.CommandLine.Command(
        name = "classify",
        description = "Classify images of single cells.",
        footer = {
            "",
            "Every file gets a row, also one that cannot be read; folders are walked in the order of their paths.",
            "Example: medulla classify cells --format csv --out answers.csv"
        })
public final class ClassifyCommand extends Command {
    @Mixin
    private ModelOption model = new ModelOption();

    @Mixin
    private ScaleOption scale = new ScaleOption();

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Image files, or folders of them.")
    private List<Path> paths = List.of();

    @Option(names = "--format", paramLabel = "FORMAT", description = "table, csv or json. Default: table.")
    private OutputFormat format = OutputFormat.TABLE;

    @Option(names = "--out", paramLabel = "FILE", description = "Write to a file instead of standard output.")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() throws IOException {
        OptionalDouble stated = scale.stated();
        List<Path> files = ImageFiles.of(paths);
        try (OpenModel opened = model.find(place()).open();
                Writer target = target();
                AnswerWriter writer = writer(opened, target)) {
            long unreadable = new Classification(opened, stated).run(files, writer::write, progress());
            return unreadable > 0 ? DONE_BUT_SOME_UNREADABLE : DONE;
        }
    }

    private AnswerWriter writer(OpenModel opened, Writer target) {
        return switch (format) {
            case TABLE -> new AnswerTable(opened.classes(), target);
            case CSV -> new AnswerCsv(opened.classes(), target);
            case JSON -> new AnswerJson(opened.classes(), opened.json(), target);
        };
    }

    private Writer target() throws IOException {
        return out.isPresent() ? Files.newBufferedWriter(out.get()) : console().results();
    }
}
