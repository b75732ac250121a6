package org.medulla.vision.deidentification;

/** What kind of thing was found in a file, a path or a column. */
public enum FindingKind {
    /** The make, model or serial number of a camera or lens. */
    CAMERA,
    /** The program that wrote the file. */
    SOFTWARE,
    /** What the format itself needs: a JFIF header, a colour profile. */
    TECHNICAL,
    /** Words that no rule recognised. */
    TEXT,
    /** A person's name, or a field that is meant for one. */
    NAME,
    DATE,
    DATE_OF_BIRTH,
    /** A number long enough to be an accession, case or insurance number. */
    NUMBER,
    EMAIL_ADDRESS,
    /** Where on Earth a picture was taken. */
    POSITION,
    /** A small copy of the picture, which may show what was cropped from the large one. */
    THUMBNAIL,
    /** Another picture in the same file: a page, a label image, a second view. */
    FURTHER_PICTURE,
    /** Bytes behind the end of the image. */
    TRAILING_BYTES,
    /** A part of the file whose meaning is not known. */
    UNKNOWN_PART,
    /** A part of the file that ends early or contradicts itself, so that it could not be read to its end. */
    DAMAGED,
    /** Letters drawn into the pixels. */
    BURNT_IN_TEXT
}
