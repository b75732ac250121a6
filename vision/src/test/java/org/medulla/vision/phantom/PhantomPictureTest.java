package org.medulla.vision.phantom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.ImageDecoder;
import org.medulla.vision.image.RgbImage;

/** What the masks say must be what the pixels show. */
class PhantomPictureTest {
    private static final int PER_CLASS = 12;
    private static final Map<PhantomClass, List<Measured>> MEASURED = new EnumMap<>(PhantomClass.class);

    /** Areas in pixels and mean green of the parts of a picture. */
    private record Measured(
            int nucleus, int cytoplasm, double nucleusGreen, double cytoplasmGreen, double groundGreen) {
        double cellDiameterInMicrons() {
            return 2 * Math.sqrt((nucleus + cytoplasm) / Math.PI) * 0.09;
        }

        double nuclearShare() {
            return (double) nucleus / (nucleus + cytoplasm);
        }
    }

    @BeforeAll
    static void drawSome() {
        PhantomArtist artist = new PhantomArtist();
        for (PhantomClass cellClass : PhantomClass.values()) {
            List<Measured> some = new ArrayList<>();
            for (int i = 0; i < PER_CLASS; i++) {
                Dice dice = new Dice(11, i);
                some.add(measure(artist.draw(cellClass, Diagnosis.NORMAL, SmearLook.of(dice), dice)));
            }
            MEASURED.put(cellClass, some);
        }
    }

    private static Measured measure(PhantomPicture picture) {
        int[] count = new int[4];
        double[] green = new double[4];
        for (int y = 0; y < picture.mask().side(); y++) {
            for (int x = 0; x < picture.mask().side(); x++) {
                int label = picture.mask().at(x, y);
                count[label]++;
                green[label] += picture.image().green(x, y);
            }
        }
        return new Measured(count[2], count[1], green[2] / count[2], green[1] / count[1], green[0] / count[0]);
    }

    @Test
    void nucleiAreDarkerThanCytoplasmAndCytoplasmThanTheGround() {
        MEASURED.forEach((cellClass, cells) -> cells.stream()
                .filter(cell -> cell.nucleus > 400 && cell.cytoplasm > 400)
                .forEach(cell -> {
                    assertThat(cell.nucleusGreen).as(cellClass.name()).isLessThan(cell.cytoplasmGreen);
                    assertThat(cell.cytoplasmGreen).as(cellClass.name()).isLessThan(cell.groundGreen);
                }));
    }

    @Test
    void cellsHaveTheSizeOfTheirClass() {
        assertThat(diameter(PhantomClass.PMO)).isBetween(14.5, 18.5);
        assertThat(diameter(PhantomClass.NGS)).isBetween(11.0, 14.0);
        assertThat(diameter(PhantomClass.LYT)).isBetween(8.5, 12.5);
        assertThat(diameter(PhantomClass.PEB)).isBetween(14.5, 19.0);
        assertThat(diameter(PhantomClass.EBO)).isBetween(8.5, 13.0);
        assertThat(diameter(PhantomClass.PEB)).isGreaterThan(diameter(PhantomClass.EBO) + 3);
        assertThat(diameter(PhantomClass.MON)).isGreaterThan(diameter(PhantomClass.LYT) + 3);
    }

    @Test
    void theNucleusTakesItsShareOfTheCell() {
        assertThat(share(PhantomClass.BLA)).isBetween(0.55, 0.85);
        assertThat(share(PhantomClass.LYT)).isBetween(0.60, 0.92);
        assertThat(share(PhantomClass.NGS)).isBetween(0.20, 0.45);
        assertThat(share(PhantomClass.PLM)).isBetween(0.22, 0.50);
        assertThat(share(PhantomClass.BLA)).isGreaterThan(share(PhantomClass.MYB));
        assertThat(share(PhantomClass.MYB)).isGreaterThan(share(PhantomClass.NGS));
    }

    @Test
    void smudgesHaveNoCytoplasm() {
        assertThat(MEASURED.get(PhantomClass.KSC)).allMatch(cell -> cell.cytoplasm == 0 && cell.nucleus > 2000);
    }

    @Test
    void aMaskFileHoldsItsLabelsAsIndices() throws IOException {
        Dice dice = new Dice(3, 3);
        PhantomMask mask = new PhantomArtist()
                .draw(PhantomClass.NGS, Diagnosis.NORMAL, SmearLook.of(dice), dice)
                .mask();
        var raster = ImageIO.read(new ByteArrayInputStream(mask.toPng())).getRaster();
        for (int y = 0; y < mask.side(); y += 3) {
            for (int x = 0; x < mask.side(); x += 3) {
                assertThat(raster.getSample(x, y, 0)).isEqualTo(mask.at(x, y));
            }
        }
    }

    @Test
    void aContactSheetShowsEveryClass() {
        PhantomSeries series = PhantomSeries.of(new PhantomPlan(21, 5, 1));
        RgbImage sheet = ContactSheet.ofPhantoms(series, 1, 7, 40);
        assertThat(sheet.width()).isGreaterThan(7 * 40);
        assertThat(sheet.height()).isGreaterThan(3 * 40);
        assertThat(ImageDecoder.decode(ContactSheet.toPng(sheet))).isInstanceOf(Decoded.Image.class);
    }

    private static double diameter(PhantomClass cellClass) {
        return of(cellClass).stream()
                .mapToDouble(Measured::cellDiameterInMicrons)
                .average()
                .orElseThrow();
    }

    private static double share(PhantomClass cellClass) {
        return of(cellClass).stream()
                .mapToDouble(Measured::nuclearShare)
                .average()
                .orElseThrow();
    }

    private static List<Measured> of(PhantomClass cellClass) {
        return MEASURED.getOrDefault(cellClass, List.of());
    }
}
