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
                "Ceiling: the product of matrices of single precision on %d cores%n"
                        + "  ONNX Runtime  %.0f GFLOP/s%n  libtorch      %.0f GFLOP/s%n%n",
                speed.cores(),
                speed.onnxRuntimeCeiling() / 1e9,
                speed.libtorchCeiling() / 1e9);
        Table table = new Table(
                Column.words("what"),
                Column.words("network"),
                Column.numbers("images/s"),
                Column.numbers("GFLOP/s"),
                Column.numbers("of ceiling"),
                Column.numbers("x libtorch"),
                Column.numbers("cores busy"));
        for (Speed.Row row : speed.rows()) {
            table.row(
                    row.subject().work().words(),
                    row.subject().network().orElse(""),
                    number(row.imagesPerSecond() < 100 ? "%.1f" : "%.0f", row.imagesPerSecond()),
                    row.operationsPerImage() == 0 ? "" : number("%.0f", row.operationsPerSecond() / 1e9),
                    text("%.0f %%", 100, speed.shareOfCeiling(row)),
                    text("%.2f", 1, speed.ratioToLibtorch(row)),
                    number("%.2f", row.coresBusy()));
        }
        table.print(out);
        out.println();
        speed.peakMemory()
                .ifPresent(bytes -> out.printf(Locale.ROOT, "Most memory at any time: %.1f GB.%n", bytes / 1e9));
        out.println("Best of several rounds taken in turns; where fewer cores were busy than there are, other work"
                + " disturbed the figures.");
    }

    private static String text(String format, double factor, OptionalDouble value) {
        return value.isPresent() ? number(format, factor * value.getAsDouble()) : "";
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
