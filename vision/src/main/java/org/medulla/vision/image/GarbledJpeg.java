package org.medulla.vision.image;

/**
 * Finds JPEG pictures whose entropy-coded data were damaged although every decoder accepts them.
 *
 * <p>A changed bit makes the decoder lose its place between Huffman codes. It reads nonsense until it falls into step again
 * by chance, some coded units later; from there on the picture is right but shifted by whole units and off in colour, since
 * brightness is coded as a difference from the unit before. Nothing in the file says so. In the picture it shows as sharp
 * straight steps along the borders of coded units (8 or 16 pixels), several of them in one row of units. A microscope cannot
 * draw such a step: its optics blur every edge over a few pixels, and an edge of a cell neither runs straight along the
 * unit grid nor turns off it where a unit ends.
 *
 * <p>For each border between two units of one row, and for each border to the units above, the step is the mean difference of
 * the pixels on both sides less the slope that the pixels beyond them lead to expect, in the channel where it is largest. A
 * border is broken where the step exceeds {@value #STEP} grey levels, or {@value #COARSE_STEPS} steps of the quantiser of block
 * means where that is more, as in files of a quality below 30 whose blocks are meant to show. A picture is garbled where the broken borders of one row
 * of units, less those of the same row on a grid shifted by a quarter of a unit (real detail is broken there as often), add up
 * to {@value #BROKEN_PIXELS} pixels.
 */
final class GarbledJpeg {
    /** Grey levels; measured: borders of good pictures stay below, apart from single ones. */
    private static final int STEP = 20;

    private static final int COARSE_STEPS = 6;

    /** Five borders of 16 pixels; measured: good pictures reach 48 to 56 at most, garbled ones 112 and more. */
    private static final int BROKEN_PIXELS = 80;

    /** Parts of a border at the picture's edge that are shorter say too little. */
    private static final int SHORTEST = 4;

    private GarbledJpeg() {}

    /** Refuses the picture where a row of units is broken. */
    static void refuse(JpegHeader header, RgbImage stored) throws RefusedFileException {
        int unitHeight = header.unitHeight();
        for (int top = 0; top + SHORTEST <= stored.height(); top += unitHeight) {
            if (brokenPixels(stored, header, top, 0) >= BROKEN_PIXELS
                    && brokenPixels(stored, header, top, 0) - brokenPixels(stored, header, top, 1) >= BROKEN_PIXELS) {
                throw new RefusedFileException(
                        RejectionReason.GARBLED,
                        "is garbled from line " + top + " on: coded blocks do not fit their neighbours");
            }
        }
    }

    private static int brokenPixels(RgbImage image, JpegHeader header, int top, int quarters) {
        int unitWidth = header.unitWidth();
        int unitHeight = header.unitHeight();
        int step = (int) Math.max(STEP, Math.ceil(COARSE_STEPS * header.coarseness()));
        int bottom = Math.min(image.height(), top + unitHeight);
        int pixelStride = RgbImage.CHANNELS;
        int rowStride = image.width() * RgbImage.CHANNELS;
        int broken = 0;
        for (int x = unitWidth - quarters * unitWidth / 4; x + 1 < image.width(); x += unitWidth) {
            int at = top * rowStride + x * pixelStride;
            if (isBroken(image, at, pixelStride, rowStride, bottom - top, step)) {
                broken += bottom - top;
            }
        }
        int y = top - quarters * unitHeight / 4;
        if (y < 2 || y + 1 >= image.height()) {
            return broken;
        }
        for (int x = 0; x + SHORTEST <= image.width(); x += unitWidth) {
            int length = Math.min(unitWidth, image.width() - x);
            if (isBroken(image, y * rowStride + x * pixelStride, rowStride, pixelStride, length, step)) {
                broken += length;
            }
        }
        return broken;
    }

    /** Whether there is a step between the pixels before and those from {@code at} on, along a border of some length. */
    private static boolean isBroken(RgbImage image, int at, int across, int along, int length, int step) {
        for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
            int sum = 0;
            int pixel = at + channel;
            for (int i = 0; i < length; i++) {
                int before = image.value(pixel - across);
                int after = image.value(pixel);
                // Twice: (after - before) - half of (before - the one before it + the one after - after).
                sum += 3 * (after - before) + image.value(pixel - 2 * across) - image.value(pixel + across);
                pixel += along;
            }
            if (Math.abs(sum) > 2 * step * length) {
                return true;
            }
        }
        return false;
    }
}
