package org.medulla.vision.phantom;

import java.util.Map;
import org.medulla.vision.image.RgbImage;

/** Capital letters and digits of 5 x 7 pixels: labels that need no font of the machine and come out the same on each. */
final class PixelFont {
    private static final int ADVANCE = 6;
    private static final int HEIGHT = 7;

    /** Five columns from the left as hexadecimal bytes, the lowest bit on top. */
    private static final Map<Character, String> GLYPHS = Map.ofEntries(
            Map.entry('A', "7e1111117e"),
            Map.entry('B', "7f49494936"),
            Map.entry('C', "3e41414122"),
            Map.entry('D', "7f4141221c"),
            Map.entry('E', "7f49494941"),
            Map.entry('F', "7f09090901"),
            Map.entry('G', "3e4149497a"),
            Map.entry('H', "7f0808087f"),
            Map.entry('I', "00417f4100"),
            Map.entry('J', "2040413f01"),
            Map.entry('K', "7f08142241"),
            Map.entry('L', "7f40404040"),
            Map.entry('M', "7f020c027f"),
            Map.entry('N', "7f0408107f"),
            Map.entry('O', "3e4141413e"),
            Map.entry('P', "7f09090906"),
            Map.entry('Q', "3e4151215e"),
            Map.entry('R', "7f09192946"),
            Map.entry('S', "4649494931"),
            Map.entry('T', "01017f0101"),
            Map.entry('U', "3f4040403f"),
            Map.entry('V', "1f2040201f"),
            Map.entry('W', "3f4038403f"),
            Map.entry('X', "6314081463"),
            Map.entry('Y', "0708700807"),
            Map.entry('Z', "6151494543"),
            Map.entry('0', "3e5149453e"),
            Map.entry('1', "00427f4000"),
            Map.entry('2', "4261514946"),
            Map.entry('3', "2141454b31"),
            Map.entry('4', "1814127f10"),
            Map.entry('5', "2745454539"),
            Map.entry('6', "3c4a494930"),
            Map.entry('7', "0171090503"),
            Map.entry('8', "3649494936"),
            Map.entry('9', "064949291e"));

    private PixelFont() {}

    /** Writes black letters into interleaved RGB; what does not fit is left out. */
    static void write(byte[] rgb, int width, int left, int top, String words) {
        for (int i = 0; i < words.length(); i++) {
            String glyph = GLYPHS.getOrDefault(words.charAt(i), "0000000000");
            for (int column = 0; column < ADVANCE - 1; column++) {
                int bits = Integer.parseInt(glyph, 2 * column, 2 * column + 2, 16);
                for (int row = 0; row < HEIGHT; row++) {
                    int x = left + i * ADVANCE + column;
                    int at = ((top + row) * width + x) * RgbImage.CHANNELS;
                    if (((bits >> row) & 1) != 0 && x < width && at + 2 < rgb.length) {
                        rgb[at] = 40;
                        rgb[at + 1] = 40;
                        rgb[at + 2] = 40;
                    }
                }
            }
        }
    }
}
