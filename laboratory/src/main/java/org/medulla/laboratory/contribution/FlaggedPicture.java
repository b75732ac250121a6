package org.medulla.laboratory.contribution;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.medulla.archive.contribution.ContributionItem;
import org.medulla.archive.contribution.ItemFinding;
import org.medulla.archive.contribution.Verdict;
import org.medulla.vision.deidentification.BurntInText;
import org.medulla.vision.deidentification.Finding;
import org.medulla.vision.deidentification.TextLine;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.ImageDecoder;
import org.medulla.vision.image.RgbImage;

/**
 * A picture in the inbox with all that a steward has to see, what could tell who the patient is included.
 *
 * @param item what is written down of it
 * @param path where it lay in what was sent
 * @param pixels the picture, where it can be decoded
 * @param letters where letters were drawn into it
 * @param words what was found, a line each, with excerpts
 */
public record FlaggedPicture(
        ContributionItem item, String path, Optional<RgbImage> pixels, List<TextLine> letters, List<String> words) {
    public FlaggedPicture {
        letters = List.copyOf(letters);
        words = List.copyOf(words);
    }

    static FlaggedPicture of(ContributionItem item, ReceivedFile file) {
        Optional<RgbImage> pixels = pixels(file);
        return new FlaggedPicture(
                item,
                file.path(),
                pixels,
                item.has(Verdict.LETTERS) ? pixels.map(BurntInText::find).orElse(List.of()) : List.of(),
                words(item, file));
    }

    private static List<String> words(ContributionItem item, ReceivedFile file) {
        List<String> words = new ArrayList<>();
        if (item.has(Verdict.IDENTIFYING)) {
            for (Finding finding : PictureCheck.revealing(file)) {
                words.add(ReceivedFile.words(finding.kind()) + " in " + finding.where()
                        + (finding.excerpt().isEmpty() ? "" : ": " + finding.excerpt()));
            }
        }
        for (ItemFinding finding : item.findings()) {
            if (finding.verdict() != Verdict.IDENTIFYING) {
                words.add(finding.kind() + (finding.words().isEmpty() ? "" : ": " + finding.words()));
            }
        }
        return words.stream().distinct().toList();
    }

    private static Optional<RgbImage> pixels(ReceivedFile file) {
        try {
            return file.trouble().isEmpty()
                            && Files.isRegularFile(file.file())
                            && ImageDecoder.decode(Files.readAllBytes(file.file())) instanceof Decoded.Image image
                    ? Optional.of(image.pixels())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
