package org.medulla.vision.stain;

import java.util.List;
import org.medulla.vision.image.RgbImage;

/**
 * Separation into two stains that are replaced by those of a target (Macenko et al., ISBI 2009, doi
 * 10.1109/ISBI.2009.5193250). The densities are changed by one linear map, so that the empty field, whose density is zero,
 * stays as it is; what the two stains do not explain is kept.
 *
 * @param target the stains that the picture's own are replaced by
 */
public record Macenko(StainPair target) implements StainNormalisation {
    /** A stain is made stronger or weaker by this factor at most. */
    private static final double MOST_GAIN = 3;

    @Override
    public RgbImage apply(RgbImage image) {
        return StainPair.of(List.of(image)).map(source -> apply(image, source)).orElse(image);
    }

    /** The picture by the stains of all pictures of its laboratory. */
    public RgbImage apply(RgbImage image, StainPair source) {
        double[][] map = map(source);
        Densities densities = new Densities(image);
        byte[] rgb = image.toBytes();
        for (int i = 0; i < densities.pixels(); i++) {
            double red = densities.of(i, 0);
            double green = densities.of(i, 1);
            double blue = densities.of(i, 2);
            for (int channel = 0; channel < 3; channel++) {
                double[] row = map[channel];
                rgb[3 * i + channel] = densities.value(channel, row[0] * red + row[1] * green + row[2] * blue);
            }
        }
        return RgbImage.of(image.width(), image.height(), rgb);
    }

    /** Identity plus, for each stain, its amount (a row of the pseudo-inverse) times what changes about its vector. */
    private double[][] map(StainPair source) {
        double cosine = 0;
        for (int k = 0; k < 3; k++) {
            cosine += source.blue().get(k) * source.red().get(k);
        }
        double scale = 1 / (1 - cosine * cosine);
        double blueGain = Math.clamp(target.mostBlue() / source.mostBlue(), 1 / MOST_GAIN, MOST_GAIN);
        double redGain = Math.clamp(target.mostRed() / source.mostRed(), 1 / MOST_GAIN, MOST_GAIN);
        double[][] map = new double[3][3];
        for (int to = 0; to < 3; to++) {
            double blueChange = blueGain * target.blue().get(to) - source.blue().get(to);
            double redChange = redGain * target.red().get(to) - source.red().get(to);
            for (int from = 0; from < 3; from++) {
                double blue = source.blue().get(from);
                double red = source.red().get(from);
                map[to][from] = (to == from ? 1 : 0)
                        + blueChange * (blue - cosine * red) * scale
                        + redChange * (red - cosine * blue) * scale;
            }
        }
        return map;
    }
}
