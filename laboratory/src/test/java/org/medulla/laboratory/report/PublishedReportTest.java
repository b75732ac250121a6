package org.medulla.laboratory.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.evaluation.Bootstrap;
import org.medulla.cytology.evaluation.Estimate;
import org.medulla.cytology.evaluation.Evaluation;
import org.medulla.cytology.evaluation.FoldFigures;
import org.medulla.cytology.evaluation.McNemar;
import org.medulla.cytology.evaluation.Metric;
import org.medulla.cytology.evaluation.Scores;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.vision.training.TrainingCost;
import org.medulla.vision.training.TrainingLog;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class PublishedReportTest {
    private static final List<String> CLASSES = List.of("BLA", "PMO", "NGS", "LYT");
    private static final TrainingLog LOG = TrainingLog.parse("""
            step,epoch,learning_rate,loss,accuracy,validation_loss,validation_balanced_accuracy,images_per_second,waiting_share
            10,1.000,1.0e-03,1.20000,0.5000,1.10000,0.5500,100.0,0.010
            20,2.000,1.0e-04,0.90000,0.7000,0.80000,0.7500,100.0,0.010
            """);

    @Test
    void everyMethodStandsBesideThePublishedTable() {
        String html = report("marrow").html();

        assertThat(html).contains("small", "resnext50");
        // Table 1 of the publication: blasts 0.75 strict and 0.79 tolerant precision, 0.65 and 0.69 recall.
        assertThat(row(html, "BLA"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).contains(">0.75<", ">0.79<", ">0.65<", ">0.69<", " ± "));
        assertThat(html).contains("Pale: PMO have fewer than 10 cells");
        assertThat(html).contains("For Research Use Only. Not for use in diagnostic procedures.");
    }

    @Test
    void differencesComeWithTheirTest() {
        assertThat(report("marrow").html()).contains("+0.050", "−0.010 to +0.110", "17 : 9", "0.12");
    }

    @Test
    void costsAreMinutesAFoldAndADashWhereTheyAreNotKnown() {
        String html = report("marrow").html();

        assertThat(html).contains("<td class=\"n\">3.0</td><td class=\"n\">1.5</td>");
        assertThat(html).contains("<td class=\"n\">–</td><td class=\"n\">–</td>");
    }

    @Test
    void thePageNeedsNothingFromOutside() {
        String html = report("marrow").html();

        assertThat(html).doesNotContain("http://localhost", "https://", "@import", "<link");
        assertThat(Pattern.compile("(src|href)=\"(?!data:)").matcher(html).find())
                .isFalse();
    }

    @Test
    void wordsFromOutsideCannotLeaveTheirPlace() {
        String html = report("<script>alert(1)</script>").html();

        assertThat(html).doesNotContain("<script>alert").contains("&lt;script&gt;");
        assertThat(html).contains("\\u003c/script>.jpg").doesNotContain("</script>.jpg");
    }

    @Test
    void theMapHasARowForEachCell() {
        String html = report("marrow").html();
        String data = html.substring(html.indexOf("id=\"map-data\">") + 14);

        assertThat(data.substring(0, data.indexOf("</script>")))
                .contains(
                        "[1.235,-2.0,0,1,83,0,",
                        "\"columns\":2,\"tile\":48",
                        "\"code\":\"BLA\"",
                        "\"colour\":\"#0072b2\"");
    }

    @Test
    void everyChartIsWellFormed() throws ParserConfigurationException, IOException, SAXException {
        String html = report("marrow").html();
        int charts = 0;
        for (int start = html.indexOf("<svg"); start >= 0; start = html.indexOf("<svg", start + 1)) {
            String svg = html.substring(start, html.indexOf("</svg>", start) + 6);
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
            charts++;
        }
        // Two intervals, a difference, two charts by class, two confusion matrices, one of learning curves.
        assertThat(charts).isEqualTo(8);
    }

    @Test
    void aSingleMethodWithoutMapHasAReportToo() {
        String html = new PublishedReport(
                        subject("marrow"), List.of(method("small", 1, true)), List.of(), Optional.empty())
                .html();

        assertThat(html).doesNotContain("Which is better", "map-canvas").contains("small");
    }

    private static List<String> row(String html, String code) {
        return Pattern.compile("<td class=\"code\">" + code + "</td>.*?</tr>", Pattern.DOTALL)
                .matcher(html)
                .results()
                .map(found -> found.group())
                .toList();
    }

    private static PublishedReport report(String title) {
        Map<Metric, Estimate> differences = new EnumMap<>(Metric.class);
        differences.put(Metric.BALANCED_ACCURACY, new Estimate(0.05, -0.01, 0.11));
        return new PublishedReport(
                subject(title),
                List.of(method("small", 1, true), method("resnext50", 2, false)),
                List.of(new MethodPair("small", "resnext50", differences, new McNemar(17, 9))),
                Optional.of(new MapPicture(
                        "All cells.",
                        List.of(
                                new MapPicture.Point(1.23456, -2, "BLA", "PMO", 0.83, "A", "</script>.jpg"),
                                new MapPicture.Point(0, 0, "LYT", "LYT", 1, "B", "b.jpg")),
                        Miss.jpeg(new byte[] {1, 2, 3}),
                        2,
                        48)));
    }

    private static EvaluationReport.Subject subject(String title) {
        return new EvaluationReport.Subject(
                title,
                "cells",
                List.of(new EvaluationPage.Fact("Seed", "1")),
                List.of("No patient is known."),
                "0.1.0");
    }

    /** Two folds of 40 cells a class, but four of PMO, three in four of them called rightly. */
    private static MethodFigures method(String title, long seed, boolean isNetwork) {
        Random random = new Random(seed);
        List<Scores> folds = IntStream.range(0, 2)
                .mapToObj(_ -> add(Scores.builder(CLASSES), random).build())
                .toList();
        Scores all = add(Scores.builder(CLASSES), random).build();
        Optional<TrainingCost> cost = isNetwork ? Optional.of(new TrainingCost(90, 180)) : Optional.empty();
        return new MethodFigures(
                title,
                Evaluation.of(all, Nomenclature.standard(), new Bootstrap(100, 1)),
                FoldFigures.of(folds, Nomenclature.standard(), 10),
                List.of(cost, cost),
                isNetwork ? List.of(LOG, LOG) : List.of(new TrainingLog(List.of())));
    }

    private static Scores.Builder add(Scores.Builder scores, Random random) {
        for (int c = 0; c < CLASSES.size(); c++) {
            for (int i = 0; i < (CLASSES.get(c).equals("PMO") ? 4 : 40); i++) {
                float[] probabilities = new float[CLASSES.size()];
                Arrays.fill(probabilities, 0.1f);
                probabilities[random.nextDouble() < 0.75 ? c : random.nextInt(CLASSES.size())] = 0.7f;
                scores.add(CLASSES.get(c), probabilities);
            }
        }
        return scores;
    }

    /** Writes the report of this test to the file named, to be looked at. */
    static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), report("small").html());
    }
}
