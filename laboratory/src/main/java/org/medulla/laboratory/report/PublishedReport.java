package org.medulla.laboratory.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.medulla.cytology.evaluation.Estimate;
import org.medulla.cytology.evaluation.Evaluation;
import org.medulla.cytology.evaluation.FoldFigures.ClassSpread;
import org.medulla.cytology.evaluation.McNemar;
import org.medulla.cytology.evaluation.Metric;
import org.medulla.cytology.evaluation.PublishedTable;
import org.medulla.cytology.evaluation.Spread;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.laboratory.report.PublishedPage.Curves;
import org.medulla.laboratory.report.PublishedPage.MapPart;
import org.medulla.laboratory.report.PublishedPage.MethodRow;
import org.medulla.laboratory.report.PublishedPage.MethodTable;
import org.medulla.laboratory.report.PublishedPage.PairRow;
import org.medulla.laboratory.report.PublishedPage.PublishedRow;
import org.medulla.laboratory.report.PublishedPage.Summary;
import org.medulla.vision.training.TrainingCost;

/** The comparison of methods on one dataset as one self-contained HTML file, beside the published figures. */
public final class PublishedReport {
    /** The columns of the summary and of the differences. */
    static final List<Metric> SUMMARY =
            List.of(Metric.BALANCED_ACCURACY, Metric.ACCURACY, Metric.MACRO_F1, Metric.TOLERANT_BALANCED_ACCURACY);

    private final EvaluationReport.Subject subject;
    private final List<MethodFigures> methods;
    private final List<MethodPair> pairs;
    private final Optional<MapPicture> map;
    private final Nomenclature nomenclature;
    private final PublishedTable published = PublishedTable.matek2021();

    /** Reports a comparison of at least one method on classes of the standard nomenclature. */
    public PublishedReport(
            EvaluationReport.Subject subject,
            List<MethodFigures> methods,
            List<MethodPair> pairs,
            Optional<MapPicture> map) {
        this(subject, methods, pairs, map, Nomenclature.standard());
    }

    /** Reports a comparison of at least one method. */
    public PublishedReport(
            EvaluationReport.Subject subject,
            List<MethodFigures> methods,
            List<MethodPair> pairs,
            Optional<MapPicture> map,
            Nomenclature nomenclature) {
        this.subject = subject;
        this.methods = List.copyOf(methods);
        this.pairs = List.copyOf(pairs);
        this.map = map;
        this.nomenclature = nomenclature;
    }

    /** The HTML. */
    public String html() {
        StringOutput output = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html).render("published.jte", page(), output);
        return output.toString();
    }

    private PublishedPage page() {
        List<ClassSpread> classes = methods.getFirst().folds().classes();
        List<String> filled = classes.stream()
                .filter(ClassSpread::filled)
                .map(ClassSpread::code)
                .toList();
        double scale = DifferenceChart.scale(farthestDifference());
        ClassTables tables = new ClassTables(nomenclature, published);
        return new PublishedPage(
                subject.title(),
                subject.cells(),
                IntStream.range(0, methods.size())
                        .mapToObj(number -> row(number, filled))
                        .toList(),
                publishedRow(filled),
                summaryNote(filled.size()),
                pairs.stream().map(pair -> row(pair, scale)).toList(),
                "Resampled together, so that cells hard for both do not count against either. The test counts cells that only one"
                        + " of the two got right (exact binomial below " + McNemar.MID_P_FROM
                        + " such cells, mid-p from there on); it takes cells as independent, which cells of one patient are"
                        + " not, and p is not corrected for the number of pairs.",
                String.format(Locale.ROOT, "−%s to +%s", scale, scale),
                ClassSpreadChart.draw(
                        "Recall by class",
                        filled,
                        methods,
                        ClassSpread::recall,
                        published,
                        score -> score.strict().recall()),
                ClassSpreadChart.draw(
                        "Precision by class",
                        filled,
                        methods,
                        ClassSpread::precision,
                        published,
                        score -> score.strict().precision()),
                IntStream.range(0, methods.size())
                        .filter(number ->
                                LearningChart.isPossible(methods.get(number).logs()))
                        .mapToObj(this::curves)
                        .toList(),
                IntStream.range(0, methods.size())
                        .mapToObj(number -> table(tables, number))
                        .toList(),
                sparseNote(classes),
                map.map(this::part).stream().toList(),
                subject.limits(),
                subject.facts(),
                subject.version());
    }

    private MethodRow row(int number, List<String> filled) {
        MethodFigures method = methods.get(number);
        Evaluation evaluation = method.evaluation();
        return new MethodRow(
                Palette.category(number),
                method.title(),
                evaluation
                        .figure(Metric.BALANCED_ACCURACY)
                        .map(e -> beside(e, publishedRecall(filled)))
                        .orElse(""),
                SUMMARY.stream()
                        .map(metric -> summary(
                                evaluation.figure(metric), method.folds().figure(metric)))
                        .toList(),
                minutes(method, TrainingCost::processorSeconds),
                minutes(method, TrainingCost::seconds));
    }

    private static String beside(Estimate estimate, OptionalDouble published) {
        return published.isPresent()
                ? IntervalChart.draw(estimate.value(), estimate.low(), estimate.high(), published.getAsDouble())
                : IntervalChart.draw(estimate.value(), estimate.low(), estimate.high());
    }

    private OptionalDouble publishedRecall(List<String> filled) {
        return filled.stream()
                .flatMap(code -> published.find(code).stream())
                .mapToDouble(score -> score.strict().recall())
                .average();
    }

    private static Summary summary(Optional<Estimate> estimate, Optional<Spread> spread) {
        return new Summary(
                Figures.value(estimate),
                estimate.map(Figures::interval).orElse(""),
                spread.map(Figures::spread).orElse(""));
    }

    /** Mean minutes a fold; a dash where a fold does not tell. */
    private static String minutes(MethodFigures method, ToDoubleFunction<TrainingCost> seconds) {
        double[] known = method.costs().stream()
                .flatMap(Optional::stream)
                .mapToDouble(seconds)
                .filter(s -> s > 0)
                .toArray();
        return known.length < method.costs().size()
                ? Figures.NONE
                : String.format(
                        Locale.ROOT, "%.1f", DoubleStream.of(known).average().orElse(0) / 60);
    }

    /** What the published table gives over the classes that are filled here; accuracy depends on their mix and is left out. */
    private PublishedRow publishedRow(List<String> filled) {
        return new PublishedRow(SUMMARY.stream()
                .map(metric -> switch (metric) {
                    case BALANCED_ACCURACY ->
                        Figures.mean(
                                filled,
                                code -> published.find(code).map(p -> p.strict().recall()));
                    case MACRO_F1 ->
                        Figures.mean(
                                filled,
                                code -> published.find(code).map(p -> p.strict().f1()));
                    case TOLERANT_BALANCED_ACCURACY ->
                        Figures.mean(
                                filled,
                                code -> published
                                        .find(code)
                                        .map(p -> p.tolerant().recall()));
                    default -> Figures.NONE;
                })
                .toList());
    }

    private String summaryNote(int filled) {
        Evaluation first = methods.getFirst().evaluation();
        return "Large: all held-out cells together, with the 95 % interval. "
                + first.clustering().words() + " "
                + first.bootstrap().resamples() + " bootstrap resamples. Below: mean ± standard deviation over the "
                + methods.getFirst().folds().folds() + " folds. Means over the " + filled + " filled classes.";
    }

    private double farthestDifference() {
        return pairs.stream()
                .flatMap(pair -> pair.difference(Metric.BALANCED_ACCURACY).stream())
                .mapToDouble(e -> Math.max(Math.abs(e.low()), Math.abs(e.high())))
                .max()
                .orElse(0);
    }

    private static PairRow row(MethodPair pair, double scale) {
        Optional<Estimate> balanced = pair.difference(Metric.BALANCED_ACCURACY);
        return new PairRow(
                pair.first(),
                pair.second(),
                balanced.map(e -> DifferenceChart.draw(e, scale)).orElse(""),
                SUMMARY.stream()
                        .map(pair::difference)
                        .map(e -> new Summary(
                                e.map(d -> Figures.signed(d.value())).orElse(Figures.NONE),
                                e.map(d -> Figures.signed(d.low()) + " to " + Figures.signed(d.high()))
                                        .orElse(""),
                                ""))
                        .toList(),
                pair.test().onlyFirst() + " : " + pair.test().onlySecond(),
                Figures.p(pair.test().p()));
    }

    private MethodTable table(ClassTables tables, int number) {
        MethodFigures method = methods.get(number);
        return new MethodTable(
                Palette.category(number),
                method.title(),
                method.folds().classes().stream().map(tables::row).toList(),
                tables.mean(method.folds().classes()),
                ConfusionChart.draw(method.evaluation(), nomenclature));
    }

    private Curves curves(int number) {
        MethodFigures method = methods.get(number);
        String colour = Palette.category(number);
        return new Curves(colour, method.title(), LearningChart.draw(method.title(), method.logs(), colour));
    }

    private String sparseNote(List<ClassSpread> classes) {
        String sparse = classes.stream()
                .filter(spread -> !spread.filled())
                .map(ClassSpread::code)
                .collect(Collectors.joining(", "));
        return sparse.isEmpty()
                ? ""
                : "Pale: " + sparse + " have fewer than "
                        + methods.getFirst().evaluation().minimumSupport()
                        + " cells in all folds together. Their figures say next to nothing; means leave them out.";
    }

    private MapPart part(MapPicture picture) {
        return new MapPart(picture.note(), MapJson.text(picture, nomenclature), picture.sheet(), script());
    }

    private static String script() {
        try (InputStream in = PublishedReport.class.getResourceAsStream("cell-map.js")) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its file cell-map.js");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
