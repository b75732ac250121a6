package org.medulla.cli.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import org.medulla.archive.layout.Layouts;
import org.medulla.cli.console.Table;
import org.medulla.cli.console.Table.Column;
import org.medulla.laboratory.benchmark.ImportBenchmark;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures this machine. */
@picocli.CommandLine.Command(
        name = "benchmark",
        description = "Measure an import beside only decoding the same files, and how fast the database then answers.",
        footer = {
            "",
            "Makes as many files as asked for by cycling those given, each with changed bytes; 171,374 take 7 GB, and as",
            "much again for the database. The files are kept for the next run in the folder --work.",
            "Example: medulla benchmark marrow-original --work /big/disk/benchmark"
        })
public final class BenchmarkCommand extends Command {
    @Parameters(paramLabel = "PATH", description = "Labelled cell images to cycle through.")
    private Path images = Path.of("");

    @Option(
            names = "--cells",
            paramLabel = "N",
            defaultValue = "171374",
            description = "How many files. Default: 171374, the published collection.")
    private int cells;

    @Option(names = "--work", paramLabel = "DIR", required = true, description = "A folder with room for it all.")
    private Path work = Path.of("");

    @Override
    public Integer call() {
        if (cells < 1) {
            throw wrongUsage("--cells asks for at least 1 file, not " + cells + ".");
        }
        ImportBenchmark.Result result =
                new ImportBenchmark(work).run(Layouts.standard().detect(images), cells, progress());
        print(result);
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
