package org.medulla.laboratory.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.medulla.cytology.evaluation.FoldFigures.ClassSpread;
import org.medulla.cytology.evaluation.PublishedScore;
import org.medulla.cytology.evaluation.PublishedTable;
import org.medulla.cytology.evaluation.Spread;
import org.medulla.cytology.nomenclature.CellClass;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.laboratory.report.PublishedPage.Beside;
import org.medulla.laboratory.report.PublishedPage.ClassRow;

/** Rows as in the published Table 1: precision and recall, strict and tolerant, each beside the published figure. */
record ClassTables(Nomenclature nomenclature, PublishedTable published) {
    /** A column: the figure of a method and the published one. */
    private record Column(Function<ClassSpread, Optional<Spread>> here, Function<PublishedScore, Double> published) {}

    private static final List<Column> COLUMNS = List.of(
            new Column(ClassSpread::precision, score -> score.strict().precision()),
            new Column(ClassSpread::tolerantPrecision, score -> score.tolerant().precision()),
            new Column(ClassSpread::recall, score -> score.strict().recall()),
            new Column(ClassSpread::tolerantRecall, score -> score.tolerant().recall()));

    ClassRow row(ClassSpread spread) {
        List<Beside> figures = new ArrayList<>();
        for (Column column : COLUMNS) {
            figures.add(new Beside(
                    column.here().apply(spread).map(Figures::spread).orElse(Figures.NONE),
                    published
                            .find(spread.code())
                            .map(column.published())
                            .map(Figures::published)
                            .orElse(Figures.NONE)));
        }
        return new ClassRow(
                spread.code(),
                nomenclature.find(spread.code()).map(CellClass::name).orElse(""),
                Long.toString(spread.support()),
                !spread.filled(),
                figures);
    }

    /** The means over the filled classes. */
    ClassRow mean(List<ClassSpread> classes) {
        List<ClassSpread> filled = classes.stream().filter(ClassSpread::filled).toList();
        List<Beside> figures = new ArrayList<>();
        for (Column column : COLUMNS) {
            figures.add(new Beside(
                    Figures.mean(filled, spread -> column.here().apply(spread).map(Spread::mean)),
                    // Over the same classes: one that was never named has no precision here.
                    Figures.mean(
                            filled.stream()
                                    .filter(spread ->
                                            column.here().apply(spread).isPresent())
                                    .toList(),
                            spread -> published.find(spread.code()).map(column.published()))));
        }
        return new ClassRow(
                "Mean",
                "of the filled classes",
                Long.toString(filled.stream().mapToLong(ClassSpread::support).sum()),
                false,
                figures);
    }
}
