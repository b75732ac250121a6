package org.medulla.laboratory.contribution;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.medulla.archive.contribution.ContributionItem;
import org.medulla.archive.contribution.Verdict;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.intake.ImageFacts;
import org.medulla.vision.deidentification.BurntInText;
import org.medulla.vision.deidentification.FileInspector;
import org.medulla.vision.deidentification.Finding;
import org.medulla.vision.deidentification.IdentifyingText;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.ImageDecoder;
import org.medulla.vision.image.PerceptualHash;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.quality.ImageQuality;

/**
 * Looks at one contributed picture alone: whether it can be read, what in it, its path and its line of the manifest could tell who
 * the patient is, how good it is, which class its word stands for. Safe for many threads.
 */
final class PictureCheck {
    /** No camera writes a cell this large. */
    private static final long MOST_BYTES = 256L << 20;

    private final ClassWords words;

    PictureCheck(ClassWords words) {
        this.words = words;
    }

    /** What was found, but for duplicates. */
    ContributionItem check(ReceivedFile file) {
        Findings findings = new Findings();
        findings.addRevealing("path", file.inPath());
        findings.addRevealing("columns", file.inColumns());
        file.trouble().ifPresent(why -> findings.add("manifest", "line", "bad line", Verdict.UNREADABLE, why));
        Optional<byte[]> bytes = bytes(file, findings);
        Optional<ImageFacts> image = bytes.flatMap(read -> picture(read, findings));
        Optional<String> code = file.classWord().flatMap(words::code);
        addClass(file, code, findings);
        return new ContributionItem(
                file.position(),
                file.safePath(),
                bytes.map(read -> (long) read.length).orElse(0L),
                image,
                safeWord(file),
                code,
                findings.toList());
    }

    /** What in a file could tell who somebody is, with excerpts; for eyes that may see it, and for no database. */
    static List<Finding> revealing(ReceivedFile file) {
        List<Finding> all = new ArrayList<>(file.inPath());
        all.addAll(file.inColumns());
        try {
            all.addAll(ReceivedFile.serious(FileInspector.inspect(Files.readAllBytes(file.file()))));
        } catch (IOException e) {
            // A file that cannot be read has its own finding.
            return all;
        }
        return all;
    }

    private static Optional<byte[]> bytes(ReceivedFile file, Findings findings) {
        if (file.trouble().isPresent()) {
            return Optional.empty();
        }
        try {
            if (!Files.isRegularFile(file.file())) {
                findings.add(
                        "file", "file", "missing", Verdict.UNREADABLE, "the manifest names it, and it was not sent");
                return Optional.empty();
            }
            if (Files.size(file.file()) > MOST_BYTES) {
                findings.add("file", "file", "too large", Verdict.UNREADABLE, "is larger than any image of a cell");
                return Optional.empty();
            }
            return Optional.of(Files.readAllBytes(file.file()));
        } catch (IOException e) {
            findings.add("file", "file", "unreadable", Verdict.UNREADABLE, "could not be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<ImageFacts> picture(byte[] bytes, Findings findings) {
        return switch (ImageDecoder.decode(bytes)) {
            case Decoded.Rejected rejected -> {
                String kind = rejected.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
                findings.add("file", "file", kind, Verdict.UNREADABLE, rejected.words());
                yield Optional.empty();
            }
            case Decoded.Image image -> {
                RgbImage pixels = image.pixels();
                findings.addRevealing("metadata", ReceivedFile.serious(FileInspector.inspect(bytes)));
                findings.addLetters(BurntInText.find(pixels));
                findings.addQuality(ImageQuality.of(pixels));
                yield Optional.of(new ImageFacts(
                        Digest.of(bytes),
                        bytes.length,
                        pixels.width(),
                        pixels.height(),
                        image.format().name().toLowerCase(Locale.ROOT),
                        PerceptualHash.of(pixels)));
            }
        };
    }

    private void addClass(ReceivedFile file, Optional<String> code, Findings findings) {
        if (code.isEmpty()) {
            findings.add(
                    "class",
                    "class word",
                    file.classWord().isEmpty() ? "no class word" : "unknown class word",
                    Verdict.UNMAPPED,
                    file.classWord().isEmpty()
                            ? "neither folder nor name nor manifest tells a class"
                            : words.whyNone(file.classWord().get()));
        }
        Optional<String> other = file.otherWord().flatMap(words::code);
        if (other.isPresent() && code.isPresent()) {
            findings.add(
                    "class",
                    "class word",
                    "two classes",
                    Verdict.TWO_CLASSES,
                    "the folder says " + code.get() + ", the file's name " + other.get());
        }
    }

    private static Optional<String> safeWord(ReceivedFile file) {
        return file.classWord()
                .filter(word ->
                        ReceivedFile.serious(IdentifyingText.inPath(word)).isEmpty());
    }
}
