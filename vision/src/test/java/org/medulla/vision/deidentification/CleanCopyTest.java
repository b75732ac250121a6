package org.medulla.vision.deidentification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.medulla.vision.deidentification.TestFiles.JPEG;
import static org.medulla.vision.deidentification.TestFiles.PNG;
import static org.medulla.vision.deidentification.TestFiles.ascii;
import static org.medulla.vision.deidentification.TestFiles.cameraExif;
import static org.medulla.vision.deidentification.TestFiles.chunk;
import static org.medulla.vision.deidentification.TestFiles.exifSegment;
import static org.medulla.vision.deidentification.TestFiles.join;
import static org.medulla.vision.deidentification.TestFiles.jpegWith;
import static org.medulla.vision.deidentification.TestFiles.pngWith;
import static org.medulla.vision.deidentification.TestFiles.segment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.ImageDecoder;
import org.medulla.vision.image.Orientation;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.image.TestPictures;

class CleanCopyTest {
    @Test
    void aPlainFileIsCopiedAsItIs() {
        assertThat(copy(JPEG).bytes()).isEqualTo(JPEG);
        assertThat(copy(JPEG).dropped()).isEmpty();
        assertThat(copy(PNG).bytes()).isEqualTo(PNG);
    }

    @Test
    void aJpegLosesWhatIdentifiesAndKeepsItsPixels() {
        byte[] file = join(
                jpegWith(
                        exifSegment(cameraExif()),
                        segment(0xe2, ascii("ICC_PROFILE\0\1\1"), new byte[20]),
                        segment(0xe9, ascii("ward B")),
                        segment(0xf5, ascii("ward C")),
                        segment(0xfe, ascii("Anna Schmidt"))),
                ascii("behind"));
        CleanCopy copy = copy(file);
        assertThat(FileInspectorTest.serious(copy.bytes())).isEmpty();
        assertThat(pixels(copy.bytes())).isEqualTo(pixels(file));
        assertThat(FileInspector.inspect(copy.bytes())).anyMatch(f -> f.where().contains("ICC"));
        assertThat(copy.dropped()).hasSize(5).last().isEqualTo("6 bytes behind the image");
        assertThat(copy.keepsOrientation()).isFalse();
    }

    @Test
    void aPngLosesWhatIdentifiesAndKeepsItsPixels() {
        byte[] file = join(
                pngWith(
                        chunk("tEXt", ascii("Author\0Anna Schmidt")),
                        chunk("pHYs", new byte[9]),
                        chunk("tIME", new byte[7]),
                        chunk("eXIf", cameraExif())),
                ascii("behind"));
        CleanCopy copy = copy(file);
        assertThat(FileInspectorTest.serious(copy.bytes())).isEmpty();
        assertThat(pixels(copy.bytes())).isEqualTo(pixels(file));
        assertThat(new String(copy.bytes(), StandardCharsets.ISO_8859_1)).contains("pHYs");
    }

    @Test
    void aTurnedPictureStaysTurnedAndTheCopySaysSo() {
        byte[] exif = new TestFiles.Tiff().ascii(315, "Anna Schmidt").toBytes(false);
        for (Orientation orientation : Orientation.values()) {
            byte[] block = orientationAndArtist(orientation.tag());
            byte[] file = jpegWith(exifSegment(block));
            CleanCopy copy = copy(file);
            assertThat(copy.orientation()).isEqualTo(orientation);
            assertThat(copy.keepsOrientation()).isEqualTo(orientation != Orientation.UPRIGHT);
            assertThat(pixels(copy.bytes())).isEqualTo(pixels(file));
            assertThat(FileInspectorTest.serious(copy.bytes())).isEmpty();
            CleanCopy png = copy(pngWith(chunk("eXIf", block)));
            assertThat(png.orientation()).isEqualTo(orientation);
            assertThat(FileInspectorTest.serious(png.bytes())).isEmpty();
        }
        assertThat(copy(jpegWith(exifSegment(exif))).orientation()).isEqualTo(Orientation.UPRIGHT);
    }

    @Test
    void aProgressiveJpegOfManyScansIsCopiedWhole() throws IOException {
        byte[] progressive = progressive(TestPictures.smooth(60, 50, 8));
        byte[] file = join(
                TestFiles.part(progressive, 0, 2),
                exifSegment(cameraExif()),
                TestFiles.part(progressive, 2, progressive.length));
        assertThat(pixels(copy(file).bytes())).isEqualTo(pixels(progressive));
        assertThat(copy(file).bytes()).isEqualTo(progressive);
    }

    @Test
    void aThumbnailInTheHeaderIsCutOff() {
        byte[] header = segment(0xe0, ascii("JFIF\0"), new byte[] {1, 1, 0, 0, 1, 0, 1, 1, 1, 9, 9, 9});
        byte[] file = join(new byte[] {(byte) 0xff, (byte) 0xd8}, header, TestFiles.part(JPEG, 20, JPEG.length));
        CleanCopy copy = copy(file);
        assertThat(FileInspectorTest.serious(copy.bytes())).isEmpty();
        assertThat(pixels(copy.bytes())).isEqualTo(pixels(JPEG));
    }

    @Test
    void whatCannotBeCopiedIsRefusedWithAReason() {
        assertThat(CleanCopy.of(cameraExif()))
                .isInstanceOfSatisfying(
                        Copied.Refused.class,
                        refused -> assertThat(refused.words()).contains("TIFF"));
        assertThat(CleanCopy.of(TestFiles.part(JPEG, 0, 300))).isInstanceOf(Copied.Refused.class);
        assertThat(CleanCopy.of(TestFiles.part(PNG, 0, 60))).isInstanceOf(Copied.Refused.class);
        assertThat(CleanCopy.of(new byte[3])).isInstanceOf(Copied.Refused.class);
    }

    @Test
    void realImagesKeepTheirPixels() throws IOException {
        Optional<Path> data = TestPictures.realImages();
        assumeTrue(data.isPresent(), "Skipped: no folder of real images beside the project (MEDULLA_TEST_DATA)");
        try (Stream<Path> files = Files.walk(data.orElseThrow().resolve("marrow-original"))) {
            for (Path path :
                    files.filter(f -> f.toString().endsWith(".jpg")).limit(60).toList()) {
                byte[] file = Files.readAllBytes(path);
                assertThat(pixels(copy(file).bytes())).isEqualTo(pixels(file));
            }
        }
    }

    private static byte[] orientationAndArtist(int orientation) {
        return new TestFiles.Tiff()
                .number(274, orientation)
                .ascii(315, "Anna Schmidt")
                .toBytes(false);
    }

    private static CleanCopy copy(byte[] file) {
        if (CleanCopy.of(file) instanceof Copied.Copy copy) {
            return copy.file();
        }
        throw new AssertionError("refused");
    }

    private static RgbImage pixels(byte[] file) {
        if (ImageDecoder.decode(file) instanceof Decoded.Image image) {
            return image.pixels();
        }
        throw new AssertionError("cannot be decoded");
    }

    private static byte[] progressive(RgbImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image.toBufferedImage(), null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
