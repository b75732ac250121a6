package org.medulla.cli.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.medulla.archive.layout.Layouts;
import org.medulla.cli.console.Table;
import org.medulla.cli.console.Table.Column;
import org.medulla.laboratory.benchmark.ImportBenchmark;
import org.medulla.laboratory.benchmark.SpeedBenchmark;
import org.medulla.laboratory.model.ModelShelf;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures this machine. */
@picocli.CommandLine.Command(
        name = "benchmark",
        description = "Measure how fast this machine classifies and trains; with PATH, how fast it imports.",
        footer = {
            "",
            "Without PATH: decoding, preprocessing, inference, whole counts and training, beside the fastest that the",
            "processor multiplies matrices and beside the same networks in libtorch. Takes about a minute.",
            "",
            "With PATH: an import beside only decoding the same files, and how fast the database then answers. Makes as",
            "many files as asked for by cycling those given, each with changed bytes; 171,374 take 7 GB, and as much again",
            "for the database. The files are kept for the next run in the folder --work.",
            "Example: medulla benchmark marrow-original --work /big/disk/benchmark"
        })
public final class BenchmarkCommand extends Command {
    @Parameters(arity = "0..1", paramLabel = "PATH", description = "Labelled cell images to cycle through and import.")
    private Optional<Path> importable = Optional.empty();

    @Option(
            names = "--cells",
            paramLabel = "N",
            defaultValue = "171374",
            description = "How many files to import. Default: 171374, the published collection.")
    private int cells;

    @Option(names = "--work", paramLabel = "DIR", description = "A folder with room for the import.")
    private Optional<Path> work = Optional.empty();

    @Option(names = "--images", paramLabel = "DIR", description = "Images to classify. Default: phantoms.")
    private Optional<Path> images = Optional.empty();

    @Option(
            names = "--model",
            paramLabel = "M",
            description = "The model to classify with. Default: an untrained mobilenet.")
    private Optional<String> model = Optional.empty();

    @Override
    public Integer call() {
        if (importable.isPresent()) {
            Path folder =
                    work.orElseThrow(() -> wrongUsage("An import is measured in a folder: name one with --work."));
            if (cells < 1) {
                throw wrongUsage("--cells asks for at least 1 file, not " + cells + ".");
            }
            print(new ImportBenchmark(folder).run(Layouts.standard().detect(importable.get()), cells, progress()));
        } else if (work.isPresent()) {
            throw wrongUsage("--work goes with the PATH of images to import.");
        } else {
            SpeedTable.print(
                    new SpeedBenchmark(new ModelShelf(place()), images, model).run(progress()),
                    console().out());
        }
        return DONE;
    }

    private void print(ImportBenchmark.Result result) {
        PrintStream out = console().out();
        out.printf(
                Locale.ROOT,
                "%,d files on %d cores%n  only decoding %.1f s (%.0f a second)%n  import        %.1f s (%.0f a second)%n"
                        + "  ratio         %.2f%n%n",
                result.files(),
                Runtime.getRuntime().availableProcessors(),
                result.decodeSeconds(),
                result.files() / result.decodeSeconds(),
                result.importSeconds(),
                result.files() / result.importSeconds(),
                result.ratio());
        Table answers = new Table(Column.words("question"), Column.numbers("median ms"), Column.numbers("slowest ms"));
        for (ImportBenchmark.Answer answer : result.answers()) {
            answers.row(
                    answer.question(),
                    String.format(Locale.ROOT, "%.1f", answer.medianMillis()),
                    String.format(Locale.ROOT, "%.1f", answer.slowestMillis()));
        }
        answers.print(out);
    }
}
