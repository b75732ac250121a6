package org.medulla.vision.deidentification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.ImageDecoder;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.image.TestPictures;
import org.medulla.vision.phantom.PhantomPlan;
import org.medulla.vision.phantom.PhantomSeries;

class BurntInTextTest {
    /** Not the series that the limit was chosen on. */
    private static final PhantomSeries PHANTOMS = PhantomSeries.of(new PhantomPlan(80, 20, 11));

    @Test
    void wordsDrawnIntoPhantomsAreFoundAndPhantomsWithoutWordsHaveNone() {
        SplittableRandom random = new SplittableRandom(7);
        int found = 0;
        int falseAlarms = 0;
        for (int i = 0; i < PHANTOMS.size(); i++) {
            RgbImage picture = PHANTOMS.draw(i).image();
            falseAlarms += BurntInText.find(picture).isEmpty() ? 0 : 1;
            found += BurntInText.find(TextDrawing.draw(picture, random).image()).isEmpty() ? 0 : 1;
        }
        assertThat(found).isGreaterThanOrEqualTo(72);
        assertThat(falseAlarms).isLessThanOrEqualTo(1);
    }

    @Test
    void wordsDrawnIntoRealCellsAreFoundAndFewRealCellsGiveAFalseAlarm() throws IOException {
        Optional<Path> data = TestPictures.realImages();
        assumeTrue(data.isPresent(), "Skipped: no folder of real images beside the project (MEDULLA_TEST_DATA)");
        for (String folder : List.of("marrow/BM_cytomorphology_data/EOS", "blood/PBC_dataset_normal_DIB/basophil")) {
            SplittableRandom random = new SplittableRandom(7);
            int found = 0;
            int falseAlarms = 0;
            for (RgbImage picture : pictures(data.orElseThrow().resolve(folder))) {
                falseAlarms += BurntInText.find(picture).isEmpty() ? 0 : 1;
                found += BurntInText.find(TextDrawing.draw(picture, random).image())
                                .isEmpty()
                        ? 0
                        : 1;
            }
            assertThat(found).as("found in %s", folder).isGreaterThanOrEqualTo(72);
            // Basophils are the worst there are: their granules stand in rows.
            assertThat(falseAlarms).as("false alarms in %s", folder).isLessThanOrEqualTo(8);
        }
    }

    @Test
    void theBoxOfAWordIsWhereItWasDrawn() {
        BufferedImage canvas = PHANTOMS.draw(3).image().toBufferedImage();
        Graphics2D graphics = canvas.createGraphics();
        graphics.setFont(new Font(Font.DIALOG, Font.PLAIN, 16));
        graphics.setColor(Color.BLACK);
        graphics.drawString("17.03.2021", 20, 230);
        int wide = graphics.getFontMetrics().stringWidth("17.03.2021");
        graphics.dispose();
        TextLine line = BurntInText.find(RgbImage.of(canvas)).getFirst();
        assertThat(line.left()).isBetween(18, 34);
        assertThat(line.left() + line.width()).isBetween(wide / 2 + 20, wide + 24);
        assertThat(line.top()).isBetween(210, 222);
        assertThat(line.top() + line.height()).isBetween(226, 234);
        assertThat(line.toFinding().kind()).isEqualTo(FindingKind.BURNT_IN_TEXT);
        assertThat(line.toFinding().where()).startsWith("pixels " + line.left());
    }

    @Test
    void picturesOfAnyShapeAreTaken() {
        for (int[] size : new int[][] {{1, 1}, {3, 2}, {300, 4}, {2, 200}}) {
            assertThat(BurntInText.find(TestPictures.smooth(size[0], size[1], 3)))
                    .isEmpty();
        }
        byte[] white = new byte[90 * 90 * 3];
        Arrays.fill(white, (byte) 255);
        assertThat(BurntInText.find(RgbImage.of(90, 90, white))).isEmpty();
        byte[] noise = new byte[90 * 90 * 3];
        SplittableRandom random = new SplittableRandom(1);
        random.nextBytes(noise);
        assertThat(BurntInText.find(RgbImage.of(90, 90, noise))).isNotNull();
    }

    private static List<RgbImage> pictures(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> some = files.filter(file -> file.toString().endsWith(".jpg"))
                    .sorted()
                    .limit(80)
                    .toList();
            return some.stream().map(BurntInTextTest::picture).toList();
        }
    }

    private static RgbImage picture(Path file) {
        try {
            if (ImageDecoder.decode(Files.readAllBytes(file)) instanceof Decoded.Image image) {
                return image.pixels();
            }
            throw new AssertionError(file + " is no image");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
