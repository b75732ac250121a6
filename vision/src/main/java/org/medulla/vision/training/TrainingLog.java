package org.medulla.vision.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What was measured during training, one row for each evaluation.
 *
 * @param rows in the order of the steps
 */
public record TrainingLog(List<Row> rows) {
    private static final String HEADER = "step,epoch,learning_rate,loss,accuracy,validation_loss,"
            + "validation_balanced_accuracy,images_per_second,waiting_share";

    public TrainingLog {
        rows = List.copyOf(rows);
    }

    /**
     * The means since the row before, and the validation at its end.
     *
     * @param step how many steps were done
     * @param epoch how many times as many pictures as there are were shown
     * @param learningRate of the last step
     * @param loss the smoothed cross-entropy on the changed training pictures
     * @param accuracy the share of these that was right
     * @param validation on unchanged pictures of the validation part
     * @param imagesPerSecond the speed
     * @param waitingShare the share of the time that steps waited for pictures
     */
    public record Row(
            long step,
            double epoch,
            double learningRate,
            double loss,
            double accuracy,
            ValidationResult validation,
            double imagesPerSecond,
            double waitingShare) {}

    /** The log with one more row. */
    TrainingLog with(Row row) {
        List<Row> more = new ArrayList<>(rows);
        more.add(row);
        return new TrainingLog(more);
    }

    /** The log as CSV with a header line. */
    public String toCsv() {
        StringBuilder csv = new StringBuilder(HEADER).append('\n');
        for (Row row : rows) {
            csv.append(String.format(
                    Locale.ROOT,
                    "%d,%.3f,%.3e,%.5f,%.4f,%.5f,%.4f,%.1f,%.3f\n",
                    row.step(),
                    row.epoch(),
                    row.learningRate(),
                    row.loss(),
                    row.accuracy(),
                    row.validation().loss(),
                    row.validation().balancedAccuracy(),
                    row.imagesPerSecond(),
                    row.waitingShare()));
        }
        return csv.toString();
    }

    /** The log out of what {@link #toCsv()} wrote, to the digits that it wrote. */
    public static TrainingLog parse(String csv) {
        List<Row> rows = csv.lines()
                .skip(1)
                .map(line -> {
                    String[] cells = line.split(",", -1);
                    return new Row(
                            Long.parseLong(cells[0]),
                            Double.parseDouble(cells[1]),
                            Double.parseDouble(cells[2]),
                            Double.parseDouble(cells[3]),
                            Double.parseDouble(cells[4]),
                            new ValidationResult(Double.parseDouble(cells[5]), Double.parseDouble(cells[6])),
                            Double.parseDouble(cells[7]),
                            Double.parseDouble(cells[8]));
                })
                .toList();
        return new TrainingLog(rows);
    }
}
