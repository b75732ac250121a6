package org.medulla.cytology.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.medulla.cytology.evaluation.PublishedScore.Rates;
import org.medulla.cytology.job.ErrorCode;
import org.medulla.cytology.job.MedullaException;

/**
 * Per-class figures that a publication reports, and what follows from them.
 *
 * @param source the publication
 * @param classes one for each class, in the publication's order
 */
public record PublishedTable(String source, List<PublishedScore> classes) {
    private static final String FILE = "matek-2021-table-1.csv";

    /** Copies the classes. */
    public PublishedTable {
        classes = List.copyOf(classes);
    }

    /**
     * What follows from the figures of single classes.
     *
     * @param accuracy mean of the recalls with the numbers of images as weights
     * @param balancedAccuracy mean of the recalls
     * @param macroF1 mean of F1
     */
    public record Summary(double accuracy, double balancedAccuracy, double macroF1) {}

    /**
     * Table 1 of Matek et al. 2021: a ResNeXt-50 on 171,374 images of 21 classes, five-fold cross-validation over cells (the
     * public images name no patients), rounded to two decimals as printed there.
     */
    public static PublishedTable matek2021() {
        return new PublishedTable(
                "Matek C, Krappe S, Münzenmayer C, Haferlach T, Marr C. Blood 2021;138(20):1917-1927, Table 1",
                lines().skip(1).map(PublishedTable::parse).toList());
    }

    /** The figures of one class, if the publication has it. */
    public Optional<PublishedScore> find(String code) {
        return classes.stream().filter(score -> score.code().equals(code)).findFirst();
    }

    /** The summary where only the same class is right. */
    public Summary strict() {
        return summary(PublishedScore::strict);
    }

    /** The summary where a neighbouring stage is right too. */
    public Summary tolerant() {
        return summary(PublishedScore::tolerant);
    }

    private Summary summary(Function<PublishedScore, Rates> rates) {
        double images = classes.stream().mapToLong(PublishedScore::images).sum();
        return new Summary(
                mean(score -> rates.apply(score).recall() * score.images()) * classes.size() / images,
                mean(score -> rates.apply(score).recall()),
                mean(score -> rates.apply(score).f1()));
    }

    private double mean(ToDoubleFunction<PublishedScore> figure) {
        return classes.stream().mapToDouble(figure).average().orElseThrow();
    }

    private static Stream<String> lines() {
        try (InputStream table = PublishedTable.class.getResourceAsStream(FILE)) {
            if (table == null) {
                throw new MedullaException(
                        ErrorCode.INTERNAL, "The program lacks its file " + FILE + "; build it again.");
            }
            return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PublishedScore parse(String line) {
        String[] cells = line.split(",", -1);
        return new PublishedScore(
                cells[0],
                Long.parseLong(cells[1]),
                new Rates(Double.parseDouble(cells[2]), Double.parseDouble(cells[3])),
                new Rates(Double.parseDouble(cells[4]), Double.parseDouble(cells[5])));
    }
}
