package org.medulla.laboratory.report;

import java.util.List;

/**
 * The evaluation report as the template prints it: every figure already in words, every chart already drawn.
 *
 * @param title what was evaluated
 * @param subtitle on which cells
 * @param headline the figures that a reader sees first
 * @param confusion the confusion matrix as SVG
 * @param classes a row per class
 * @param sparseNote why some classes are printed pale; empty where none is
 * @param reliability the reliability diagram as SVG
 * @param figures every figure with its meaning
 * @param intervalNote how the intervals were made
 * @param mistakes the most confident mistakes, worst first
 * @param limits what the figures do not say, a sentence each
 * @param facts provenance
 * @param version of the program
 */
public record EvaluationPage(
        String title,
        String subtitle,
        List<Card> headline,
        String confusion,
        List<ClassRow> classes,
        String sparseNote,
        String reliability,
        List<Figure> figures,
        String intervalNote,
        List<Mistake> mistakes,
        List<String> limits,
        List<Fact> facts,
        String version) {
    public EvaluationPage {
        headline = List.copyOf(headline);
        classes = List.copyOf(classes);
        figures = List.copyOf(figures);
        mistakes = List.copyOf(mistakes);
        limits = List.copyOf(limits);
        facts = List.copyOf(facts);
    }

    /** A headline figure. */
    public record Card(String name, String value, String interval, String chart) {}

    /** A class in the table; figures that are undefined are a dash. */
    public record ClassRow(
            String code,
            String name,
            String cells,
            boolean sparse,
            String recallChart,
            String recall,
            String publishedRecall,
            String precisionChart,
            String precision,
            String publishedPrecision,
            String f1,
            String tolerantF1,
            String rocAuc) {}

    /** A figure with its meaning in a sentence. */
    public record Figure(String name, String meaning, String value, String interval) {}

    /** A cell whose class the network was sure of and the readers not; {@code picture} is a data URI. */
    public record Mistake(String picture, String file, String truth, String predicted, String probability) {}

    /** A line of provenance. */
    public record Fact(String name, String value) {}
}
