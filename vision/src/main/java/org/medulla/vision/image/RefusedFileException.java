package org.medulla.vision.image;

/** Carries a refusal from the place that finds it to {@link ImageDecoder}, which turns it into a value. */
final class RefusedFileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final RejectionReason kind;

    RefusedFileException(RejectionReason kind, String words) {
        super(words, null, false, false);
        this.kind = kind;
    }

    Decoded.Rejected toRejected() {
        return new Decoded.Rejected(kind, String.valueOf(getMessage()));
    }
}
