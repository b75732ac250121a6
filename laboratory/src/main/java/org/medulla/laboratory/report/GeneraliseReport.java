package org.medulla.laboratory.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.medulla.cytology.evaluation.Estimate;
import org.medulla.cytology.evaluation.Evaluation;
import org.medulla.cytology.nomenclature.CellClass;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.laboratory.report.GeneralisePage.ClassRow;
import org.medulla.laboratory.report.GeneralisePage.Row;
import org.medulla.laboratory.report.GeneralisePage.Value;
import org.medulla.laboratory.report.GeneralisePage.Way;

/** How networks carry over from one laboratory to another and back, as one self-contained HTML file. */
public final class GeneraliseReport {
    private final EvaluationReport.Subject subject;
    private final List<DirectionFigures> directions;
    private final Nomenclature nomenclature;

    /** Reports a study. */
    public GeneraliseReport(
            EvaluationReport.Subject subject, List<DirectionFigures> directions, Nomenclature nomenclature) {
        this.subject = subject;
        this.directions = List.copyOf(directions);
        this.nomenclature = nomenclature;
    }

    /** The HTML. */
    public String html() {
        StringOutput output = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html).render("generalise.jte", page(), output);
        return output.toString();
    }

    private GeneralisePage page() {
        return new GeneralisePage(
                subject.title(),
                subject.cells(),
                directions.stream().map(this::way).toList(),
                subject.limits(),
                subject.facts(),
                subject.version());
    }

    private Way way(DirectionFigures direction) {
        double scale = DifferenceChart.scale(direction.variants().stream()
                .flatMap(variant -> variant.difference().stream())
                .mapToDouble(e -> Math.max(Math.abs(e.low()), Math.abs(e.high())))
                .max()
                .orElse(0));
        return new Way(
                direction.trained() + " to " + direction.tested(),
                summary(direction),
                note(direction),
                VariantChart.draw(direction.variants()),
                direction.variants().stream()
                        .map(variant -> row(variant, scale))
                        .toList(),
                String.format(Locale.ROOT, "−%s to +%s", scale, scale),
                ConfusionChart.draw(direction.standardAbroad(), nomenclature),
                direction.classes().stream().map(c -> row(c, direction)).toList());
    }

    private static String summary(DirectionFigures direction) {
        VariantFigures standard = direction.variants().getFirst();
        return String.format(
                Locale.ROOT,
                "A network that learned from %s names %s of that laboratory's own cells rightly, as a mean over the shared classes,"
                        + " and %s of the cells of %s.",
                direction.trained(),
                percent(standard.home()),
                percent(standard.abroad()),
                direction.tested());
    }

    private static String percent(Estimate share) {
        return Figures.percent(share.value()).replace(' ', '\u00a0');
    }

    private static String note(DirectionFigures direction) {
        Evaluation abroad = direction.standardAbroad();
        long shared = direction.classes().stream().filter(ComparedClass::shared).count();
        return String.format(
                Locale.ROOT,
                "Balanced accuracy over %d shared classes: at home on %,d cells of fold 0, which was left out of training; abroad on"
                        + " %,d cells. %s %,d bootstrap resamples.",
                shared,
                direction.homeCells(),
                direction.abroadCells(),
                abroad.clustering().words(),
                abroad.bootstrap().resamples());
    }

    private static Row row(VariantFigures variant, double scale) {
        return new Row(
                variant.title(),
                variant.explanation(),
                variant.difference().isEmpty(),
                value(Optional.of(variant.home()), Figures::value),
                value(Optional.of(variant.abroad()), Figures::value),
                value(Optional.of(variant.sharedOnly()), Figures::value),
                variant.difference().map(e -> DifferenceChart.draw(e, scale)).orElse(""),
                value(variant.difference(), Figures::signed),
                value(variant.rightAccepted(), Figures::value),
                value(variant.oddness(), Figures::value));
    }

    private static Value value(Optional<Estimate> estimate, Function<Double, String> words) {
        return new Value(
                estimate.map(e -> words.apply(e.value())).orElse(Figures.NONE),
                estimate.map(e -> words.apply(e.low()) + " to " + words.apply(e.high()))
                        .orElse(""));
    }

    private ClassRow row(ComparedClass compared, DirectionFigures direction) {
        return new ClassRow(
                compared.code(),
                nomenclature.find(compared.code()).map(CellClass::name).orElse(""),
                Integer.toString(compared.trained()),
                Integer.toString(compared.tested()),
                compared.shared(),
                words(compared, direction));
    }

    private static String words(ComparedClass compared, DirectionFigures direction) {
        if (compared.shared()) {
            return "counted";
        }
        if (compared.tested() == 0) {
            return "only in " + direction.trained() + "; remains a possible answer";
        }
        if (compared.trained() == 0) {
            return "only in " + direction.tested();
        }
        boolean fewTrained = compared.trained() < Evaluation.USUAL_MINIMUM_SUPPORT;
        boolean fewTested = compared.tested() < Evaluation.USUAL_MINIMUM_SUPPORT;
        if (fewTrained && fewTested) {
            return "too few cells in both";
        }
        // Where both have enough of them, all that the first has are in fold 0.
        return fewTested
                ? "too few cells in " + direction.tested()
                : "too few cells to learn from in " + direction.trained();
    }
}
