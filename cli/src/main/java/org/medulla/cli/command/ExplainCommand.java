package org.medulla.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.medulla.cli.console.Table;
import org.medulla.cli.console.Table.Column;
import org.medulla.laboratory.classification.ImageFiles;
import org.medulla.laboratory.explanation.CellExplanations;
import org.medulla.laboratory.model.ModelShelf;
import org.medulla.vision.explanation.ExplanationMethod;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a model looked at. */
@picocli.CommandLine.Command(
        name = "explain",
        description =
                "Show which pixels the model's answer rests on, with a score that says how far to trust the picture.",
        footer = {
            "",
            "The deletion score is the mean probability left while the pixels shown are removed: low is faithful.",
            "Example: medulla explain BLA_00001.jpg --out explanations"
        })
public final class ExplainCommand extends Command {
    @Mixin
    private ModelOption model = new ModelOption();

    @Parameters(arity = "1..*", paramLabel = "IMAGE", description = "Image files of single cells, or folders of them.")
    private List<Path> images = List.of();

    @Option(
            names = "--method",
            paramLabel = "NAME",
            defaultValue = "gradcam",
            description = "gradcam, smoothgrad or occlusion. Default: gradcam.")
    private String method = "gradcam";

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the pictures go.")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        ExplanationMethod chosen = ExplanationMethod.of(method);
        List<Path> files = ImageFiles.of(images);
        ModelShelf.Found found = model.find(place());
        CellExplanations.Result result = CellExplanations.write(found.file(), files, chosen, out, progress());
        Table table = new Table(
                Column.words("class"),
                Column.numbers("probability"),
                Column.numbers("deletion score"),
                Column.numbers("random order"),
                Column.words("faithful"),
                Column.words("picture"));
        result.explained()
                .forEach(one -> table.row(
                        one.classCode(),
                        String.format(Locale.ROOT, "%.3f", one.probability()),
                        String.format(Locale.ROOT, "%.3f", one.deletionScore()),
                        String.format(Locale.ROOT, "%.3f", one.randomScore()),
                        one.faithful() ? "yes" : "no",
                        one.picture()));
        table.print(console().out());
        result.unreadable().forEach(one -> say("Not read: " + one.path() + " " + one.reason()));
        return result.unreadable().isEmpty() ? DONE : DONE_BUT_SOME_UNREADABLE;
    }
}
