package org.medulla.laboratory.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.medulla.cytology.evaluation.Abstention;
import org.medulla.cytology.evaluation.ClassScore;
import org.medulla.cytology.evaluation.Estimate;
import org.medulla.cytology.evaluation.Evaluation;
import org.medulla.cytology.evaluation.Metric;
import org.medulla.cytology.evaluation.PublishedTable;
import org.medulla.cytology.nomenclature.CellClass;
import org.medulla.cytology.nomenclature.Nomenclature;

/**
 * An evaluation as one self-contained HTML file. The figures come from {@link Evaluation}; what they rest on and what they do
 * not say is the {@link Subject}, told by whoever made the evaluation.
 */
public final class EvaluationReport {
    private static final List<Metric> HEADLINE =
            List.of(Metric.BALANCED_ACCURACY, Metric.ACCURACY, Metric.MACRO_F1, Metric.TOLERANT_BALANCED_ACCURACY);

    private final Subject subject;
    private final Evaluation evaluation;
    private final Abstention abstention;
    private final Nomenclature nomenclature;
    private final PublishedTable published;
    private final List<Miss> misses;

    /**
     * What was evaluated.
     *
     * @param title the model and the fold, as a heading
     * @param cells on which cells, in a line
     * @param facts provenance: digests, seeds, versions
     * @param limits what the figures do not say, a sentence each
     * @param version of the program
     */
    public record Subject(
            String title, String cells, List<EvaluationPage.Fact> facts, List<String> limits, String version) {
        public Subject {
            facts = List.copyOf(facts);
            limits = List.copyOf(limits);
        }
    }

    /** Reports an evaluation; the misses are shown in the order in which they are given. */
    public EvaluationReport(
            Subject subject,
            Evaluation evaluation,
            Abstention abstention,
            Nomenclature nomenclature,
            List<Miss> misses) {
        this.subject = subject;
        this.evaluation = evaluation;
        this.abstention = abstention;
        this.nomenclature = nomenclature;
        this.published = PublishedTable.matek2021();
        this.misses = List.copyOf(misses);
    }

    /** The HTML. */
    public String html() {
        StringOutput output = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html).render("evaluation.jte", page(), output);
        return output.toString();
    }

    private EvaluationPage page() {
        return new EvaluationPage(
                subject.title(),
                subject.cells(),
                HEADLINE.stream()
                        .flatMap(metric -> evaluation.figure(metric).map(e -> card(metric, e)).stream())
                        .toList(),
                ConfusionChart.draw(evaluation, nomenclature),
                inOrder(evaluation.classes().stream()
                                .filter(score -> score.support() > 0)
                                .map(ClassScore::code)
                                .toList())
                        .stream()
                        .map(this::row)
                        .toList(),
                sparseNote(),
                ReliabilityChart.draw(evaluation.reliability()),
                figures(),
                "With 95 % intervals. " + evaluation.clustering().words() + " "
                        + evaluation.bootstrap().resamples() + " bootstrap resamples.",
                misses.stream().map(EvaluationReport::mistake).toList(),
                subject.limits(),
                subject.facts(),
                subject.version());
    }

    private static EvaluationPage.Card card(Metric metric, Estimate estimate) {
        return new EvaluationPage.Card(
                metric.title(),
                Figures.value(estimate.value()),
                Figures.interval(estimate),
                IntervalChart.draw(estimate.value(), estimate.low(), estimate.high()));
    }

    private List<String> inOrder(List<String> codes) {
        return nomenclature.codes().stream().filter(codes::contains).toList();
    }

    private EvaluationPage.ClassRow row(String code) {
        ClassScore score = evaluation.classes().stream()
                .filter(s -> s.code().equals(code))
                .findFirst()
                .orElseThrow();
        Optional<Double> recall = published.find(code).map(p -> p.strict().recall());
        Optional<Double> precision = published.find(code).map(p -> p.strict().precision());
        return new EvaluationPage.ClassRow(
                code,
                nomenclature.find(code).map(CellClass::name).orElse(""),
                Long.toString(score.support()),
                !score.filled(),
                chart(score.strict().recall(), recall),
                Figures.value(score.strict().recall()),
                recall.map(Figures::published).orElse(Figures.NONE),
                chart(score.strict().precision(), precision),
                Figures.value(score.strict().precision()),
                precision.map(Figures::published).orElse(Figures.NONE),
                Figures.value(score.strict().f1()),
                Figures.value(score.tolerant().f1()),
                Figures.value(score.rocAuc()));
    }

    private static String chart(Optional<Estimate> estimate, Optional<Double> published) {
        return estimate.map(e -> published
                        .map(p -> IntervalChart.draw(e.value(), e.low(), e.high(), p))
                        .orElseGet(() -> IntervalChart.draw(e.value(), e.low(), e.high())))
                .orElse("");
    }

    private String sparseNote() {
        if (evaluation.sparse().isEmpty()) {
            return "";
        }
        return "Pale: " + evaluation.sparse().stream().map(ClassScore::code).collect(Collectors.joining(", "))
                + " have fewer than " + evaluation.minimumSupport()
                + " cells here. Their figures say next to nothing; balanced accuracy and the macro figures leave them out.";
    }

    private List<EvaluationPage.Figure> figures() {
        List<EvaluationPage.Figure> figures = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            evaluation
                    .figure(metric)
                    .ifPresent(e -> figures.add(new EvaluationPage.Figure(
                            metric.title(), metric.meaning(), Figures.value(e.value()), Figures.interval(e))));
        }
        abstention
                .figures()
                .forEach((figure, e) -> figures.add(new EvaluationPage.Figure(
                        figure.title(), figure.meaning(), Figures.value(e.value()), Figures.interval(e))));
        return figures;
    }

    private static EvaluationPage.Mistake mistake(Miss miss) {
        return new EvaluationPage.Mistake(
                miss.picture(),
                miss.file(),
                miss.truth(),
                miss.predicted(),
                String.format(Locale.ROOT, "%.0f\u00a0%%", 100 * miss.probability()));
    }
}
