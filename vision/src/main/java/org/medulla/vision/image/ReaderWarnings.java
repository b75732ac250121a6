package org.medulla.vision.image;

import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/** Collects what a decoder warns of while it reads, and refuses the file where that means damaged pixels. */
final class ReaderWarnings implements IIOReadWarningListener {
    private boolean truncated;
    private String corruption = "";

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        if (meansTruncated(warning)) {
            truncated = true;
        } else if (warning.toLowerCase(Locale.ROOT).contains("corrupt") && corruption.isEmpty()) {
            corruption = warning;
        }
    }

    /** Whether a decoder's words say that the data ended early. */
    static boolean meansTruncated(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return lower.contains("premature end of jpeg")
                || lower.contains("premature end of input")
                || lower.contains("unexpected end")
                || lower.contains("truncated");
    }

    void refuse() throws RefusedFileException {
        if (!corruption.isEmpty()) {
            throw new RefusedFileException(
                    RejectionReason.GARBLED, "is garbled: the decoder says '" + corruption + "'");
        }
        if (truncated) {
            throw ByteReader.truncated();
        }
    }
}
