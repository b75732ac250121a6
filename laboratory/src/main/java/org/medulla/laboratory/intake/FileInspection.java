package org.medulla.laboratory.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.intake.FileStamp;
import org.medulla.archive.intake.ImageFacts;
import org.medulla.archive.intake.Incoming;
import org.medulla.archive.intake.Intake;
import org.medulla.archive.layout.LabelledFile;
import org.medulla.archive.layout.LayoutEntry;
import org.medulla.archive.layout.SetAside;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.ImageDecoder;
import org.medulla.vision.image.PerceptualHash;
import org.medulla.vision.image.RejectionReason;

/** Looks at one file that a layout found: reads it, decodes it to the last pixel, and keeps its bytes when it is sound. */
final class FileInspection {
    /** No camera writes a cell this large, and reading it would take the memory of the other threads. */
    private static final long MOST_BYTES = 256L << 20;

    private final Intake intake;

    FileInspection(Intake intake) {
        this.intake = intake;
    }

    /** What became of the file; nothing for one that was taken in before or is of no concern. */
    Optional<Incoming> inspect(LayoutEntry entry) {
        FileStamp stamp = FileStamp.of(entry.path());
        return switch (entry) {
            case LayoutEntry.Ignored ignored -> Optional.empty();
            case SetAside setAside -> Optional.of(new Incoming.Refused(setAside, stamp));
            case LabelledFile file when intake.known(file, stamp) -> Optional.empty();
            case LabelledFile file -> Optional.of(read(file, stamp));
        };
    }

    private Incoming read(LabelledFile file, FileStamp stamp) {
        Path path = file.path();
        if (stamp.bytes() > MOST_BYTES) {
            return refused(path, stamp, kind(RejectionReason.TOO_LARGE), "is larger than any image of a cell");
        }
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            return refused(path, stamp, SetAside.MISSING, "is not there");
        } catch (IOException e) {
            String reason =
                    Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
            return refused(path, stamp, "unreadable", "could not be read: " + reason);
        }
        return switch (ImageDecoder.decode(bytes)) {
            case Decoded.Rejected rejected -> refused(path, stamp, kind(rejected.kind()), rejected.words());
            case Decoded.Image image -> {
                Digest digest = intake.keep(bytes);
                yield new Incoming.Image(
                        file,
                        stamp,
                        new ImageFacts(
                                digest,
                                bytes.length,
                                image.pixels().width(),
                                image.pixels().height(),
                                image.format().name().toLowerCase(Locale.ROOT),
                                PerceptualHash.of(image.pixels())));
            }
        };
    }

    private static Incoming refused(Path path, FileStamp stamp, String kind, String words) {
        return new Incoming.Refused(new SetAside(path, kind, words), stamp);
    }

    /** The reason as a person reads it: "too large". */
    private static String kind(RejectionReason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
