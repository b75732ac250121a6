package org.medulla.vision.image;

/** A file format that {@link ImageDecoder} reads, told by the first bytes and never by the file's name. */
public enum ImageFormat {
    JPEG,
    PNG,
    TIFF,
    BMP
}
