package org.medulla.vision.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.EOFException;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * Turns the bytes of a JPEG, PNG, TIFF (first page) or BMP file into pixels, or says why that is impossible. Nothing a file
 * holds makes it throw: the head is read by own code and checked against the limits before a decoder runs, the picture is
 * decoded to its last pixel, and what the decoder merely warns of (data that end early, codes that do not exist) refuses the
 * file, because a picture half of noise is worse than none.
 *
 * <p>All kinds of pixels become 8-bit RGB as {@link RgbImage#of(BufferedImage)} says; CMYK and YCCK JPEGs are converted
 * without a colour profile. The orientation that EXIF or TIFF states is applied.
 */
public final class ImageDecoder {
    /** Making a reader costs a third of decoding a small picture, so each thread keeps the ones it has used. */
    private static final ThreadLocal<Map<ImageFormat, ImageReader>> READERS =
            ThreadLocal.withInitial(() -> new EnumMap<>(ImageFormat.class));

    private ImageDecoder() {}

    /** Decodes within the {@linkplain DecodingLimits#DEFAULT usual limits}. */
    public static Decoded decode(byte[] file) {
        return decode(file, DecodingLimits.DEFAULT);
    }

    /** Decodes within these limits. */
    public static Decoded decode(byte[] file, DecodingLimits limits) {
        try {
            FileHeader header = FileHeader.read(file);
            check(header, limits);
            RgbImage stored = decode(file, header);
            if (header.format() == ImageFormat.JPEG) {
                GarbledJpeg.refuse(JpegHeader.read(new ByteReader(file)), stored);
            }
            return new Decoded.Image(header.orientation().apply(stored), header.format(), header.micronsPerPixel());
        } catch (RefusedFileException e) {
            return e.toRejected();
        }
    }

    private static void check(FileHeader header, DecodingLimits limits) throws RefusedFileException {
        if (header.width() < 1 || header.height() < 1) {
            throw new RefusedFileException(RejectionReason.GARBLED, "states a picture without pixels");
        }
        if ((long) header.width() * header.height() > limits.maxPixels()) {
            throw new RefusedFileException(
                    RejectionReason.TOO_LARGE,
                    String.format(
                            Locale.ROOT,
                            "states %,d x %,d pixels, more than the limit of %,d in all",
                            header.width(),
                            header.height(),
                            limits.maxPixels()));
        }
    }

    private static RgbImage decode(byte[] file, FileHeader header) throws RefusedFileException {
        ImageReader reader = READERS.get().computeIfAbsent(header.format(), ImageDecoder::newReader);
        ReaderWarnings warnings = new ReaderWarnings();
        reader.addIIOReadWarningListener(warnings);
        try (ByteArrayImageStream stream = new ByteArrayImageStream(file)) {
            reader.setInput(stream, true, true);
            RgbImage image;
            if (header.format() == ImageFormat.JPEG
                    && JpegHeader.read(new ByteReader(file)).components() == 4) {
                Raster inks = reader.readRaster(0, null);
                image = InkColours.toRgb(
                        inks, JpegHeader.read(new ByteReader(file)).adobeTransform());
            } else {
                BufferedImage picture = reader.read(0);
                requireWholeNumbers(picture);
                image = RgbImage.of(picture);
            }
            warnings.refuse();
            return image;
        } catch (EOFException e) {
            throw ByteReader.truncated();
        } catch (IOException e) {
            throw refusal(e);
        } catch (RuntimeException e) {
            // The JDK's readers meet contradictory bytes with index, state and argument errors of many kinds.
            throw new RefusedFileException(
                    RejectionReason.GARBLED, "cannot be decoded: its bytes contradict each other");
        } finally {
            reader.removeIIOReadWarningListener(warnings);
            reader.setInput(null);
        }
    }

    private static void requireWholeNumbers(BufferedImage picture) throws RefusedFileException {
        int type = picture.getRaster().getTransferType();
        if (type != DataBuffer.TYPE_BYTE && type != DataBuffer.TYPE_USHORT && type != DataBuffer.TYPE_INT) {
            throw new RefusedFileException(
                    RejectionReason.UNSUPPORTED, "has signed or fractional samples, which are not read here");
        }
    }

    private static RefusedFileException refusal(IOException e) {
        String said = String.valueOf(e.getMessage());
        if (e.getCause() instanceof EOFException || ReaderWarnings.meansTruncated(said)) {
            return ByteReader.truncated();
        }
        if (said.contains("nsupported")) {
            return new RefusedFileException(RejectionReason.UNSUPPORTED, "is of a kind that is not read here: " + said);
        }
        return new RefusedFileException(RejectionReason.GARBLED, "cannot be decoded: " + said);
    }

    private static ImageReader newReader(ImageFormat format) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            // Other readers on the class path may be looser; what is refused must not depend on them.
            if (reader.getClass().getModule() == ImageReader.class.getModule()) {
                return reader;
            }
        }
        throw new IllegalStateException("This Java has no reader for " + format + " images");
    }
}
