package org.medulla.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.laboratory.classification.ImageFiles;
import org.medulla.laboratory.counting.AskedThreshold;
import org.medulla.laboratory.counting.SmearCount;
import org.medulla.laboratory.counting.SmearCountJson;
import org.medulla.laboratory.model.OpenModel;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a differential count. */
@picocli.CommandLine.Command(
        name = "count",
        description = "Count the cells of a smear: the differential with its intervals.",
        footer = {"", "Example: medulla count smear-17 --threshold BLA=20"})
public final class CountCommand extends Command {
    @Mixin
    private ModelOption model = new ModelOption();

    @Mixin
    private ScaleOption scale = new ScaleOption();

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Image files of single cells, or folders of them.")
    private List<Path> paths = List.of();

    @Option(
            names = "--threshold",
            paramLabel = "CODE=PERCENT",
            description = "Ask whether the true share is at least so many percent: BLA=20.")
    private Map<String, Double> thresholds = Map.of();

    @Option(names = "--format", paramLabel = "FORMAT", description = "table or json. Default: table.")
    private OutputFormat format = OutputFormat.TABLE;

    @Override
    public Integer call() {
        if (format == OutputFormat.CSV) {
            throw wrongUsage("A count is printed as a table or as json.");
        }
        OptionalDouble stated = scale.stated();
        List<Path> files = ImageFiles.of(paths);
        try (OpenModel opened = model.find(place()).open()) {
            List<AskedThreshold> asked = asked(opened.file().description().nomenclature());
            SmearCount count = SmearCount.of(opened, files, stated, asked, progress());
            switch (format) {
                case JSON -> console().out().print(SmearCountJson.text(count));
                case TABLE, CSV -> CountTable.print(count, console().out());
            }
            return count.unreadable().isEmpty() ? DONE : DONE_BUT_SOME_UNREADABLE;
        }
    }

    private List<AskedThreshold> asked(Nomenclature nomenclature) {
        List<AskedThreshold> asked = new ArrayList<>();
        thresholds.forEach((code, percent) -> {
            try {
                asked.add(new AskedThreshold(code, percent).in(nomenclature));
            } catch (MedullaException e) {
                throw wrongUsage(String.valueOf(e.getMessage()));
            }
        });
        return asked;
    }
}
