package org.medulla.cli.command;

import java.io.PrintStream;
import java.util.Locale;
import java.util.OptionalDouble;
import org.medulla.cli.console.Table;
import org.medulla.cli.console.Table.Column;
import org.medulla.laboratory.benchmark.Speed;

/** Measured speeds as a person reads them. */
final class SpeedTable {
    private SpeedTable() {}

    static void print(Speed speed, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "Ceiling: the product of matrices of single precision on %d cores%n%s%s%n",
                speed.cores(),
                ceiling("ONNX Runtime", speed.onnxRuntimeCeiling()),
                ceiling("libtorch", speed.libtorchCeiling()));
        Table table = new Table(
                Column.words("what"),
                Column.words("network"),
                Column.numbers("images/s"),
                Column.numbers("per core s"),
                Column.numbers("GFLOP/s"),
                Column.numbers("of ceiling"),
                Column.numbers("x libtorch"),
                Column.numbers("cores busy"));
        for (Speed.Row row : speed.rows()) {
            table.row(
                    row.subject().work().words(),
                    row.subject().network().orElse(""),
                    rate(row.imagesPerSecond()),
                    rate(row.imagesPerCoreSecond()),
                    row.operationsPerImage() == 0 ? "" : number("%.0f", row.operationsPerSecond() / 1e9),
                    text("%.0f %%", 100, speed.shareOfCeiling(row)),
                    text("%.2f", 1, speed.ratioToLibtorch(row)),
                    number("%.2f", row.coresBusy()));
        }
        table.print(out);
        out.println();
        speed.trainingMemory()
                .ifPresent(bytes -> out.printf(Locale.ROOT, "Most memory while training: %.1f GB.%n", bytes / 1e9));
        out.println(
                "By the clock: the best of several rounds taken in turns. Per core second, and shares and ratios from it: by");
        out.println(
                "processor time over all rounds. Where fewer cores were busy than there are, other work disturbed the clock.");
    }

    private static String ceiling(String engine, Speed.Row row) {
        return String.format(
                Locale.ROOT,
                "  %-12s  %.0f GFLOP/s, %.0f per core second, %.2f cores busy%n",
                engine,
                row.operationsPerSecond() / 1e9,
                row.operationsPerCoreSecond() / 1e9,
                row.coresBusy());
    }

    private static String rate(double rate) {
        return number(rate < 100 ? "%.1f" : "%.0f", rate);
    }

    private static String text(String format, double factor, OptionalDouble value) {
        return value.isPresent() ? number(format, factor * value.getAsDouble()) : "";
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
