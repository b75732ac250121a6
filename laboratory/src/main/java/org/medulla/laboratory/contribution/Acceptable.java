package org.medulla.laboratory.contribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.medulla.archive.contribution.ContributionItem;
import org.medulla.archive.contribution.Verdict;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.intake.FileStamp;
import org.medulla.archive.intake.ImageFacts;
import org.medulla.archive.intake.Incoming;
import org.medulla.archive.layout.LabelledFile;
import org.medulla.cytology.job.MedullaException;
import org.medulla.vision.deidentification.CleanCopy;
import org.medulla.vision.deidentification.Copied;
import org.medulla.vision.deidentification.FileInspector;

/**
 * Whether a picture can be accepted as a steward wants it, and as what.
 *
 * @param file the picture as it was sent
 * @param item what was found in it
 * @param code the class that its word stands for
 * @param named whether the steward named it in spite of what was found
 * @param cleaned whether a copy that tells nothing of a person is wanted where the picture could
 */
record Acceptable(ReceivedFile file, ContributionItem item, Optional<String> code, boolean named, boolean cleaned) {

    /** What becomes of it; the bytes are read and, where wanted, cleaned. */
    Outcome decide(OptionalDouble scale) {
        Optional<Verdict> obstacle = item.findings().stream()
                .map(finding -> finding.verdict())
                .filter(this::stops)
                .max(Verdict::compareTo);
        if (obstacle.isPresent()) {
            return new Outcome.HeldBack(
                    item.position(), obstacle.get(), obstacle.get().todo());
        }
        byte[] sent = sent();
        boolean clean = cleaned && item.has(Verdict.IDENTIFYING);
        byte[] bytes = sent;
        if (clean) {
            switch (CleanCopy.of(sent)) {
                case Copied.Copy copy -> bytes = copy.file().bytes();
                case Copied.Refused refused when named -> clean = false;
                case Copied.Refused refused -> {
                    return new Outcome.HeldBack(item.position(), Verdict.IDENTIFYING, refused.words());
                }
            }
            if (clean && !ReceivedFile.serious(FileInspector.inspect(bytes)).isEmpty() && !named) {
                return new Outcome.HeldBack(
                        item.position(), Verdict.IDENTIFYING, "even its cleaned copy could tell who the patient is");
            }
        }
        ReceivedFile told = clean ? file.withoutIdentifyingColumns() : file;
        Path path = clean && !file.inPath().isEmpty() ? top().resolve(file.neutralName()) : file.file();
        return new Outcome.Ready(
                item.position(),
                new Incoming.Image(
                        new LabelledFile(path, code.orElseThrow(), Optional.empty(), told.details(scale)),
                        FileStamp.of(file.file()),
                        facts(bytes)),
                bytes,
                clean,
                named);
    }

    private boolean stops(Verdict verdict) {
        return switch (verdict.way()) {
            case OPEN -> false;
            case CLEANED -> !cleaned && !named;
            case NAMED -> !named;
            case MAPPED -> code.isEmpty();
            case NEVER -> true;
        };
    }

    private byte[] sent() {
        Digest received = item.image().orElseThrow().digest();
        try {
            byte[] bytes = Files.readAllBytes(file.file());
            if (Digest.of(bytes).equals(received)) {
                return bytes;
            }
        } catch (IOException e) {
            throw MedullaException.resources(
                    "Picture " + item.position()
                            + " of the contribution cannot be read from the inbox: check the disk.",
                    e);
        }
        throw MedullaException.data("Picture " + item.position()
                + " is not in the inbox as it was received: send the contribution back and receive it again.");
    }

    private ImageFacts facts(byte[] bytes) {
        ImageFacts sent = item.image().orElseThrow();
        return new ImageFacts(
                Digest.of(bytes), bytes.length, sent.width(), sent.height(), sent.format(), sent.perceptualHash());
    }

    /** The folder below which the contribution lies, whose own path tells nothing of a patient. */
    private Path top() {
        Path top = file.file();
        for (int i = 0; i < Path.of(file.path()).getNameCount(); i++) {
            top = top.resolveSibling("..").normalize();
        }
        return top;
    }

    /** What becomes of a picture. */
    sealed interface Outcome {
        /** It stays in the inbox. */
        record HeldBack(long position, Verdict verdict, String words) implements Outcome {}

        /** It can become a cell. */
        final class Ready implements Outcome {
            private final long position;
            private final Incoming.Image image;
            private final byte[] bytes;
            private final boolean cleaned;
            private final boolean named;

            Ready(long position, Incoming.Image image, byte[] owned, boolean cleaned, boolean named) {
                this.position = position;
                this.image = image;
                this.bytes = owned;
                this.cleaned = cleaned;
                this.named = named;
            }

            long position() {
                return position;
            }

            Incoming.Image image() {
                return image;
            }

            /** Its bytes, not a copy: they must not be changed. */
            byte[] bytes() {
                return bytes;
            }

            /** Whether they are those of a cleaned copy. */
            boolean cleaned() {
                return cleaned;
            }

            /** Whether the steward named it in spite of what was found. */
            boolean named() {
                return named;
            }
        }
    }
}
