package org.medulla.laboratory.report;

import java.util.List;

/**
 * The report of the published comparison as the template prints it: every figure already in words, every chart already drawn.
 *
 * @param title what was compared
 * @param subtitle on which cells
 * @param methods a row for each method
 * @param publishedRow the published figures over the same classes
 * @param summaryNote how the summary figures were made
 * @param pairs a row for each two methods; none for a single method
 * @param pairNote how the differences were made
 * @param pairScale the ends of the differences' scale in words
 * @param recallChart recall by class and method as SVG
 * @param precisionChart precision by class and method as SVG
 * @param curves how each method that learns step by step did so
 * @param tables a table beside the published one for each method
 * @param sparseNote why some classes are printed pale; empty where none is
 * @param map the map; at most one
 * @param limits what the figures do not say, a sentence each
 * @param facts provenance
 * @param version of the program
 */
public record PublishedPage(
        String title,
        String subtitle,
        List<MethodRow> methods,
        PublishedRow publishedRow,
        String summaryNote,
        List<PairRow> pairs,
        String pairNote,
        String pairScale,
        String recallChart,
        String precisionChart,
        List<Curves> curves,
        List<MethodTable> tables,
        String sparseNote,
        List<MapPart> map,
        List<String> limits,
        List<EvaluationPage.Fact> facts,
        String version) {
    public PublishedPage {
        methods = List.copyOf(methods);
        pairs = List.copyOf(pairs);
        curves = List.copyOf(curves);
        tables = List.copyOf(tables);
        map = List.copyOf(map);
        limits = List.copyOf(limits);
        facts = List.copyOf(facts);
    }

    /** A method with its summary figures and what its training took. */
    public record MethodRow(
            String colour, String title, String chart, List<Summary> figures, String processor, String clock) {
        public MethodRow {
            figures = List.copyOf(figures);
        }
    }

    /** A summary figure: on all cells with its interval, and over the folds. */
    public record Summary(String value, String interval, String folds) {}

    /** The published summary figures; a dash where a figure depends on the mix of classes. */
    public record PublishedRow(List<String> figures) {
        public PublishedRow {
            figures = List.copyOf(figures);
        }
    }

    /** Two methods on the same cells. */
    public record PairRow(String first, String second, String chart, List<Summary> figures, String cells, String p) {
        public PairRow {
            figures = List.copyOf(figures);
        }
    }

    /** The learning curves of a method. */
    public record Curves(String colour, String title, String chart) {}

    /** A method class by class, with its confusion matrix. */
    public record MethodTable(String colour, String title, List<ClassRow> classes, ClassRow mean, String confusion) {
        public MethodTable {
            classes = List.copyOf(classes);
        }
    }

    /** A class; each pair holds the figure of the method and the published one: precision, tolerant, recall, tolerant. */
    public record ClassRow(String code, String name, String cells, boolean sparse, List<Beside> figures) {
        public ClassRow {
            figures = List.copyOf(figures);
        }
    }

    /** A figure beside the published one. */
    public record Beside(String here, String published) {}

    /** The map: what it shows, its data as JSON, its pictures as a data URI, its script. */
    public record MapPart(String note, String json, String sheet, String script) {}
}
