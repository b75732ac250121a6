package org.medulla.vision.deidentification;

import java.util.Arrays;
import java.util.List;
import org.medulla.vision.image.Orientation;

/**
 * A file that holds the compressed pixels of another, bit by bit, and nothing that tells where they come from. Kept is what
 * pixels are shown by: of a JPEG its coded data, JFIF header without thumbnail, colour profile and Adobe segment, of a PNG the
 * chunks of pixels and colours. Letters that were drawn into the pixels stay where they are.
 */
public final class CleanCopy {
    private final byte[] bytes;
    private final List<String> dropped;
    private final Orientation orientation;

    CleanCopy(byte[] owned, List<String> dropped, Orientation orientation) {
        this.bytes = owned;
        this.dropped = List.copyOf(dropped);
        this.orientation = orientation;
    }

    /** A copy of a JPEG or PNG file; other formats, and files that are damaged, are refused. */
    public static Copied of(byte[] file) {
        Stretch stretch = Stretch.of(file);
        try {
            if (JpegParts.isJpeg(stretch)) {
                return JpegCopy.of(stretch);
            }
            if (PngParts.isPng(stretch)) {
                return PngCopy.of(stretch);
            }
        } catch (DamagedException e) {
            return new Copied.Refused(String.valueOf(e.getMessage()));
        }
        if (TiffFindings.isTiff(stretch)) {
            return new Copied.Refused("is a TIFF, whose tags cannot be left out safely: write its pixels as a PNG");
        }
        return new Copied.Refused("is neither a JPEG nor a PNG, of which alone such a copy is made");
    }

    /** The bytes of the copied file; each call gives a new array. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** What was left out, in the order of the file: "JPEG segment APP1, 2310 bytes". Empty where the copy equals the file. */
    public List<String> dropped() {
        return dropped;
    }

    /**
     * How the stored pixels are to be turned. Anything but {@link Orientation#UPRIGHT} stood in the EXIF block that was left out;
     * the copy then has an EXIF block of this number and nothing else, since it would be shown turned or mirrored without it.
     */
    public Orientation orientation() {
        return orientation;
    }

    /** Whether the copy needed an EXIF block of its own, see {@link #orientation()}. */
    public boolean keepsOrientation() {
        return orientation != Orientation.UPRIGHT;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CleanCopy that && Arrays.equals(bytes, that.bytes) && dropped.equals(that.dropped);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(bytes) + dropped.hashCode();
    }

    @Override
    public String toString() {
        return "CleanCopy[" + bytes.length + " bytes, without " + dropped + "]";
    }
}
