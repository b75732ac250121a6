package org.medulla.vision.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.medulla.vision.image.RgbImage;

class CutoutTest {
    private static final int SIDE = 200;
    private static final int GROUND = 205;

    @Test
    void theCellStaysAsItIsAndItsNeighboursGo() {
        RgbImage picture = cells();
        RgbImage cut = Cutout.of(picture);
        CellMask mask = CellSegmenter.segment(picture);
        assertThat(mask.cellArea()).isGreaterThan(5000);
        for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
            if (mask.at(pixel) != CellMask.BACKGROUND) {
                assertThat(cut.value(3 * pixel)).isEqualTo(picture.value(3 * pixel));
            }
        }
        assertThat(picture.red(20, 20)).isLessThan(150);
        for (int[] far : new int[][] {{20, 20}, {180, 20}, {2, 100}, {100, 197}, {199, 199}}) {
            assertThat(cut.red(far[0], far[1])).isEqualTo(Cutout.EMPTY);
            assertThat(cut.blue(far[0], far[1])).isEqualTo(Cutout.EMPTY);
        }
    }

    @Test
    void surroundingsFadeOutWithoutAnEdge() {
        RgbImage cut = Cutout.of(cells());
        boolean faded = false;
        for (int x = 101; x < SIDE; x++) {
            if (cut.red(x - 1, 100) >= GROUND) {
                assertThat(cut.red(x, 100)).isGreaterThanOrEqualTo(cut.red(x - 1, 100));
                faded |= cut.red(x, 100) > GROUND && cut.red(x, 100) < Cutout.EMPTY;
            }
        }
        assertThat(faded).isTrue();
    }

    @Test
    void aPictureWithoutACellIsLeftAlone() {
        byte[] plain = new byte[SIDE * SIDE * 3];
        Arrays.fill(plain, (byte) GROUND);
        RgbImage empty = RgbImage.of(SIDE, SIDE, plain);
        assertThat(Cutout.of(empty).toBytes()).isEqualTo(plain);
    }

    /** A cell in the middle and two nuclei in the corners, on a ground that is darker than an empty field. */
    private static RgbImage cells() {
        byte[] rgb = new byte[SIDE * SIDE * 3];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double middle = Math.hypot(x - 99.5, y - 99.5);
                double corner = Math.min(Math.hypot(x - 20, y - 20), Math.hypot(x - 180, y - 20));
                boolean nucleus = middle < 32 || corner < 15;
                boolean cell = middle < 50;
                int at = 3 * (y * SIDE + x);
                rgb[at] = (byte) (nucleus ? 90 : cell ? 150 : GROUND);
                rgb[at + 1] = (byte) (nucleus ? 40 : cell ? 140 : GROUND);
                rgb[at + 2] = (byte) (nucleus ? 130 : cell ? 190 : GROUND);
            }
        }
        return RgbImage.of(SIDE, SIDE, rgb);
    }
}
