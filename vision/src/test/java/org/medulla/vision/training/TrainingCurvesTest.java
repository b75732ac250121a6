package org.medulla.vision.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class TrainingCurvesTest {
    private static final TrainingLog LOG = new TrainingLog(List.of(
            new TrainingLog.Row(10, 1, 0.001, 2.0, 0.25, new ValidationResult(1.5, 0.5), 300, 0.01),
            new TrainingLog.Row(20, 2, 0.002, 1.0, 0.5, new ValidationResult(1.25, 0.75), 310, 0.02)));

    @Test
    void theCsvHasARowForEachEvaluationAndIsReadBack() {
        assertThat(LOG.toCsv())
                .isEqualTo("step,epoch,learning_rate,loss,accuracy,validation_loss,validation_balanced_accuracy,"
                        + "images_per_second,waiting_share\n"
                        + "10,1.000,1.000e-03,2.00000,0.2500,1.50000,0.5000,300.0,0.010\n"
                        + "20,2.000,2.000e-03,1.00000,0.5000,1.25000,0.7500,310.0,0.020\n");
        assertThat(TrainingLog.parse(LOG.toCsv())).isEqualTo(LOG);
    }

    @Test
    void theDrawingIsWellFormedAndHasALineForEachMeasure() throws Exception {
        Document svg = parsed(TrainingCurves.svg(LOG));
        assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(4);
        assertThat(svg.getDocumentElement().getTextContent()).contains("0.75", "Cross-entropy", "epochs");
    }

    @Test
    void aLogWithoutRowsGivesEmptyPanels() throws Exception {
        Document svg = parsed(TrainingCurves.svg(new TrainingLog(List.of())));
        assertThat(svg.getElementsByTagName("polyline").getLength()).isZero();
    }

    @Test
    void ticksAreRoundNumbers() {
        assertThat(Ticks.between(0, 37, 8)).containsExactly(0.0, 5.0, 10.0, 15.0, 20.0, 25.0, 30.0, 35.0);
        assertThat(Ticks.between(0, 1, 5).stream().map(Ticks::text))
                .containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1");
        assertThat(Ticks.text(120)).isEqualTo("120");
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}
