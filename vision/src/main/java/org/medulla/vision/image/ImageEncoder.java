package org.medulla.vision.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.NodeList;

/** Writes images into memory as PNG and JPEG; the same pixels give the same bytes. */
final class ImageEncoder {
    private static final String JPEG_METADATA = "javax_imageio_jpeg_image_1.0";

    private ImageEncoder() {}

    static byte[] png(RgbImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try {
            return write(writer, new IIOImage(image.toBufferedImage(), null, null), writer.getDefaultWriteParam());
        } finally {
            writer.dispose();
        }
    }

    static byte[] jpeg(RgbImage image, int quality) {
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("JPEG quality is 1 to 100, not " + quality);
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality / 100f);
            BufferedImage buffered = image.toBufferedImage();
            IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(buffered), param);
            fullColourResolution(metadata);
            return write(writer, new IIOImage(buffered, null, metadata), param);
        } catch (IOException e) {
            throw new UncheckedIOException("JPEG metadata could not be set", e);
        } finally {
            writer.dispose();
        }
    }

    /** Java's writer halves the colour resolution unless the frame header asks for all of it. */
    private static void fullColourResolution(IIOMetadata metadata) throws IOException {
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(JPEG_METADATA);
        NodeList components = root.getElementsByTagName("componentSpec");
        for (int i = 0; i < components.getLength(); i++) {
            if (components.item(i) instanceof IIOMetadataNode component) {
                component.setAttribute("HsamplingFactor", "1");
                component.setAttribute("VsamplingFactor", "1");
            }
        }
        metadata.setFromTree(JPEG_METADATA, root);
    }

    private static byte[] write(ImageWriter writer, IIOImage image, ImageWriteParam param) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.write(null, image, param);
        } catch (IOException e) {
            throw new UncheckedIOException("An image could not be written into memory", e);
        }
        return bytes.toByteArray();
    }
}
