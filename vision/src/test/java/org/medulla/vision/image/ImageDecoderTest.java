package org.medulla.vision.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImageDecoderTest {
    private static final RgbImage PICTURE = TestPictures.smooth(70, 50, 1);

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void everyFormatIsDecoded(ImageFormat format) throws IOException {
        byte[] file = encode(PICTURE.toBufferedImage(), format.name());

        Decoded.Image image = image(file);

        assertThat(image.format()).isEqualTo(format);
        assertThat(image.pixels().width()).isEqualTo(70);
        assertThat(image.pixels().height()).isEqualTo(50);
        assertThat(TestPictures.largestDifference(image.pixels(), PICTURE))
                .isLessThanOrEqualTo(format == ImageFormat.JPEG ? 24 : 0);
    }

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void aFileCutShortIsSetAsideAsTruncated(ImageFormat format) throws IOException {
        byte[] file = encode(PICTURE.toBufferedImage(), format.name());

        for (double share : new double[] {0.98, 0.7, 0.5, 0.1}) {
            Decoded.Rejected rejected = rejected(Arrays.copyOf(file, (int) (file.length * share)));
            assertThat(rejected.kind()).as("%s of %s", share, format).isEqualTo(RejectionReason.TRUNCATED);
        }
    }

    @Test
    void anEmptyFileIsSetAside() {
        assertThat(rejected(new byte[0]).kind()).isEqualTo(RejectionReason.EMPTY);
    }

    @Test
    void aTextIsNotAnImage() {
        byte[] text = "%PDF-1.7 and more words".getBytes(StandardCharsets.US_ASCII);
        assertThat(rejected(text).kind()).isEqualTo(RejectionReason.NOT_AN_IMAGE);
    }

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void aDimensionBombIsRefusedFromItsHead(ImageFormat format) throws IOException {
        byte[] file = encode(PICTURE.toBufferedImage(), format.name());
        TestPictures.stateSize(file, format, 40_000, 40_000);

        Decoded.Rejected rejected = rejected(file);

        assertThat(rejected.kind()).isIn(RejectionReason.TOO_LARGE, RejectionReason.TRUNCATED);
        if (format != ImageFormat.BMP && format != ImageFormat.TIFF) {
            assertThat(rejected.words()).contains("40,000 x 40,000");
        }
    }

    @Test
    void theLimitIsTheCallers() {
        byte[] file = PICTURE.toPng();
        assertThat(ImageDecoder.decode(file, new DecodingLimits(70 * 50))).isInstanceOf(Decoded.Image.class);
        assertThat(ImageDecoder.decode(file, new DecodingLimits(70 * 50 - 1)))
                .asInstanceOf(InstanceOfAssertFactories.type(Decoded.Rejected.class))
                .extracting(Decoded.Rejected::kind)
                .isEqualTo(RejectionReason.TOO_LARGE);
    }

    @Test
    void aFlippedBitInAPngIsFound() {
        byte[] file = PICTURE.toPng();
        file[file.length / 2] ^= 1;
        assertThat(rejected(file).kind()).isEqualTo(RejectionReason.GARBLED);
    }

    @Test
    void zerosInsideAJpegAreFound() {
        byte[] file = PICTURE.toJpeg(90);
        Arrays.fill(file, file.length / 2, file.length / 2 + 200, (byte) 0);
        assertThat(rejected(file).kind()).isIn(RejectionReason.GARBLED, RejectionReason.TRUNCATED);
    }

    @Test
    void greyIsNotBrightened() throws IOException {
        BufferedImage grey = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setPixel(1, 2, new int[] {100});
        RgbImage decoded = image(encode(grey, "PNG")).pixels();
        assertThat(decoded.red(1, 2)).isEqualTo(100);
        assertThat(decoded.blue(1, 2)).isEqualTo(100);
    }

    @Test
    void sixteenBitsKeepTheirUpperEight() throws IOException {
        BufferedImage grey = new BufferedImage(4, 4, BufferedImage.TYPE_USHORT_GRAY);
        grey.getRaster().setPixel(1, 2, new int[] {0x8080});
        assertThat(image(encode(grey, "PNG")).pixels().green(1, 2)).isEqualTo(0x80);
        assertThat(image(encode(grey, "TIFF")).pixels().green(1, 2)).isEqualTo(0x80);
    }

    @Test
    void transparencyIsLaidOnWhite() throws IOException {
        BufferedImage clear = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        clear.setRGB(0, 0, 0x00_00_00_00);
        clear.setRGB(1, 0, 0x80_00_00_00);
        RgbImage decoded = image(encode(clear, "PNG")).pixels();
        assertThat(decoded.red(0, 0)).isEqualTo(255);
        assertThat(decoded.red(1, 0)).isEqualTo(127);
    }

    @Test
    void aPaletteBecomesItsColours() throws IOException {
        IndexColorModel colours =
                new IndexColorModel(8, 2, new byte[] {10, 20}, new byte[] {30, 40}, new byte[] {50, 60});
        BufferedImage indexed = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_INDEXED, colours);
        indexed.getRaster().setSample(1, 0, 0, 1);
        RgbImage decoded = image(encode(indexed, "PNG")).pixels();
        assertThat(decoded).isEqualTo(RgbImage.of(2, 1, new byte[] {10, 30, 50, 20, 40, 60}));
    }

    @Test
    void fourInksBecomeColours() throws IOException {
        WritableRaster inks = new BufferedImage(16, 16, BufferedImage.TYPE_4BYTE_ABGR).getRaster();
        for (int y = 0; y < 16; y++) {
            for (int x = 0; x < 16; x++) {
                inks.setPixel(x, y, new int[] {0, 200, 40, 20});
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(inks, null, null), null);
        }
        RgbImage decoded = image(bytes.toByteArray()).pixels();
        assertThat(new Color(decoded.red(8, 8), decoded.green(8, 8), decoded.blue(8, 8)))
                .satisfies(colour -> {
                    assertThat(colour.getRed()).isBetween(230, 240);
                    assertThat(colour.getGreen()).isBetween(46, 56);
                    assertThat(colour.getBlue()).isBetween(193, 203);
                });
    }

    @Test
    void theInksOfATiffBecomeColours() {
        RgbImage decoded = image(TestPictures.inkTiff(0, 200, 40, 0)).pixels();
        assertThat(decoded.red(4, 4)).isEqualTo(255);
        assertThat(decoded.green(4, 4)).isEqualTo(55);
        assertThat(decoded.blue(4, 4)).isEqualTo(215);
    }

    @Property(tries = 400)
    void damageOfAnyKindIsAnsweredAndNeverThrown(
            @ForAll ImageFormat format, @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int changes)
            throws IOException {
        byte[] file = encode(TestPictures.smooth(24, 20, 1).toBufferedImage(), format.name());
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < changes; i++) {
            // Half of the changes hit the head, where the sizes and offsets are.
            int range = random.nextBoolean() ? Math.min(file.length, 120) : file.length;
            file[random.nextInt(range)] = (byte) random.nextInt(256);
        }
        assertThat(ImageDecoder.decode(file)).isNotNull();
    }

    @Test
    void exifOrientationStandsThePictureUpright() {
        byte[] file =
                TestPictures.withExifOrientation(TestPictures.smooth(32, 16, 2).toJpeg(95), 6);
        RgbImage stored = image(TestPictures.smooth(32, 16, 2).toJpeg(95)).pixels();
        RgbImage upright = image(file).pixels();
        assertThat(upright.width()).isEqualTo(16);
        assertThat(upright.height()).isEqualTo(32);
        assertThat(upright.red(15, 0)).isEqualTo(stored.red(0, 0));
        assertThat(upright.red(15, 31)).isEqualTo(stored.red(31, 0));
    }

    @Test
    void theResolutionOfATiffIsReadWhereAMicroscopeCouldHaveIt() {
        assertThat(image(TestPictures.tiff(3, 100_000)).micronsPerPixel()).hasValue(0.1);
        assertThat(image(TestPictures.tiff(2, 72)).micronsPerPixel()).isEmpty();
    }

    @Test
    void chunksAfterABombAreNeverRead() {
        byte[] file = PICTURE.toPng();
        TestPictures.stateSize(file, ImageFormat.PNG, 65_000, 65_000);
        CRC32 sum = new CRC32();
        sum.update(file, 12, 17);
        assertThat(ByteBuffer.wrap(file).getInt(29)).isEqualTo((int) sum.getValue());
        assertThat(rejected(file).words().toLowerCase(Locale.ROOT)).contains("65,000");
    }

    static Decoded.Image image(byte[] file) {
        return assertThat(ImageDecoder.decode(file))
                .asInstanceOf(InstanceOfAssertFactories.type(Decoded.Image.class))
                .actual();
    }

    static Decoded.Rejected rejected(byte[] file) {
        return assertThat(ImageDecoder.decode(file))
                .asInstanceOf(InstanceOfAssertFactories.type(Decoded.Rejected.class))
                .actual();
    }

    private static byte[] encode(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }
}
