package org.medulla.vision.image;

/** Why a file did not become an image. */
public enum RejectionReason {
    /** The file has no bytes. */
    EMPTY,
    /** The first bytes are those of no known image format. */
    NOT_AN_IMAGE,
    /** The file ends before the picture does. */
    TRUNCATED,
    /** The bytes contradict each other, or what they decode to cannot be a picture. */
    GARBLED,
    /** The header states more pixels than the limit; nothing was decoded. */
    TOO_LARGE,
    /** A sound file of a kind that is not read here. */
    UNSUPPORTED
}
