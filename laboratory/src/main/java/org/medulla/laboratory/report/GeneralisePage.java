package org.medulla.laboratory.report;

import java.util.List;

/**
 * The study of two laboratories as the template prints it: every figure already in words, every chart already drawn.
 *
 * @param title what was studied
 * @param subtitle how
 * @param directions there and back
 * @param limits what the figures do not say, a sentence each
 * @param facts provenance
 * @param version of the program
 */
public record GeneralisePage(
        String title,
        String subtitle,
        List<Way> directions,
        List<String> limits,
        List<EvaluationPage.Fact> facts,
        String version) {
    public GeneralisePage {
        directions = List.copyOf(directions);
        limits = List.copyOf(limits);
        facts = List.copyOf(facts);
    }

    /**
     * A direction.
     *
     * @param title from where to where
     * @param summary what the standard does, in a sentence
     * @param note how the figures were made
     * @param chart all variants as SVG
     * @param rows a row for each variant
     * @param scale the ends of the differences' scale in words
     * @param confusion the standard's confusion matrix abroad as SVG
     * @param classes every class of either dataset
     */
    public record Way(
            String title,
            String summary,
            String note,
            String chart,
            List<Row> rows,
            String scale,
            String confusion,
            List<ClassRow> classes) {
        public Way {
            rows = List.copyOf(rows);
            classes = List.copyOf(classes);
        }
    }

    /** A variant; {@code chart} is its difference to the standard as SVG, empty for the standard itself. */
    public record Row(
            String title,
            String explanation,
            boolean standard,
            Value home,
            Value abroad,
            Value sharedOnly,
            String chart,
            Value difference,
            Value rightAccepted,
            Value oddness) {}

    /** A figure with its interval; a dash where it is not defined. */
    public record Value(String value, String interval) {}

    /** A class with its cells in the dataset that was learned from and in the other, and why it is not counted. */
    public record ClassRow(String code, String name, String trained, String tested, boolean shared, String words) {}
}
