package org.medulla.laboratory.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.evaluation.Abstention;
import org.medulla.cytology.evaluation.AbstentionFigure;
import org.medulla.cytology.evaluation.Bootstrap;
import org.medulla.cytology.evaluation.Estimate;
import org.medulla.cytology.evaluation.Evaluation;
import org.medulla.cytology.evaluation.Metric;
import org.medulla.cytology.evaluation.Scores;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class EvaluationReportTest {
    private static final List<String> CLASSES = List.of("ART", "BLA", "EOS", "LYT", "MON", "NGS", "NIF", "PMO");
    private static final Evaluation EVALUATION = evaluate();

    @Test
    void everyFigureStandsWithItsIntervalAndItsMeaning() {
        String html = report("small on fold 0").html();
        for (Metric metric : Metric.values()) {
            EVALUATION
                    .figure(metric)
                    .ifPresent(estimate -> assertThat(html)
                            .contains(metric.title())
                            .contains(Figures.value(estimate.value()))
                            .contains(Figures.interval(estimate)));
        }
        assertThat(html)
                .contains("For Research Use Only. Not for use in diagnostic procedures.")
                .contains("No patient is known.")
                .contains("BLA_00001.jpg")
                .contains("4f5e");
    }

    @Test
    void aPaleClassIsExplained() {
        assertThat(report("small").html())
                .contains("Pale: NIF have fewer than 10 cells here.")
                .contains("<tr class=\"sparse\">");
    }

    @Test
    void nothingIsFetchedFromElsewhere() {
        String html = report("small").html();
        assertThat(Pattern.compile("(?:src|href)=\"(?!data:)").matcher(html).find())
                .isFalse();
        assertThat(html).doesNotContain("<script").doesNotContain("@import").doesNotContain("url(");
    }

    @Test
    void itSaysWhatBecomesOfItWhenTheModelMayAbstain() {
        assertThat(report("small").html()).contains("Share accepted", "0.875");
    }

    @Test
    void wordsFromOutsideAreEscaped() {
        assertThat(report("<script>alert(1)</script>").html())
                .doesNotContain("<script>")
                .contains("&lt;script&gt;");
    }

    @Test
    void everyChartIsWellFormed() throws ParserConfigurationException, IOException, SAXException {
        String html = report("small").html();
        int charts = 0;
        for (int start = html.indexOf("<svg"); start >= 0; start = html.indexOf("<svg", start + 1)) {
            String svg = html.substring(start, html.indexOf("</svg>", start) + 6);
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
            charts++;
        }
        assertThat(charts).isGreaterThan(CLASSES.size() * 2);
    }

    private static EvaluationReport report(String title) {
        return new EvaluationReport(
                new EvaluationReport.Subject(
                        title,
                        "808 cells of the dataset marrow that the model has not seen",
                        List.of(new EvaluationPage.Fact("Model", "4f5e")),
                        List.of("No patient is known."),
                        "0.1.0"),
                EVALUATION,
                new Abstention(Map.of(AbstentionFigure.SHARE_ACCEPTED, new Estimate(0.875, 0.85, 0.9))),
                Nomenclature.standard(),
                List.of(new Miss("BLA_00001.jpg", "BLA", "PMO", 0.97, Miss.jpeg(new byte[] {1, 2, 3}))));
    }

    /** A hundred cells a class but eight of NIF, four in five of them called rightly. */
    private static Evaluation evaluate() {
        Random random = new Random(1);
        Scores.Builder scores = Scores.builder(CLASSES);
        for (int c = 0; c < CLASSES.size(); c++) {
            for (int i = 0; i < (CLASSES.get(c).equals("NIF") ? 8 : 100); i++) {
                int called = random.nextDouble() < 0.8 ? c : random.nextInt(CLASSES.size());
                float sure = 0.4f + 0.6f * random.nextFloat();
                float[] probabilities = new float[CLASSES.size()];
                Arrays.fill(probabilities, (1 - sure) / (CLASSES.size() - 1));
                probabilities[called] = sure;
                scores.add(CLASSES.get(c), probabilities);
            }
        }
        return Evaluation.of(scores.build(), Nomenclature.standard(), new Bootstrap(200, 1));
    }

    /** Writes the report of this test to the file named, to be looked at. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(
                Path.of(arguments[0]), report("small on fold 0 of marrow").html());
    }
}
