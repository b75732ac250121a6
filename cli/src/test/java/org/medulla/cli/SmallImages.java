package org.medulla.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/** Small pictures of noise, each different, filed in a folder per class. */
final class SmallImages {
    private SmallImages() {}

    /** Writes so many pictures of 48 x 48 pixels as {@code <code>/<code>_00001.png}. */
    static void write(Path folder, String code, int count) throws IOException {
        Path below = Files.createDirectories(folder.resolve(code));
        Random random = new Random(code.hashCode());
        for (int i = 1; i <= count; i++) {
            BufferedImage picture = new BufferedImage(48, 48, BufferedImage.TYPE_INT_RGB);
            for (int p = 0; p < 48 * 48; p++) {
                picture.setRGB(p % 48, p / 48, random.nextInt(1 << 24));
            }
            ImageIO.write(
                    picture,
                    "png",
                    below.resolve(String.format("%s_%05d.png", code, i)).toFile());
        }
    }
}
