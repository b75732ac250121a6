package org.medulla.laboratory.release;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.medulla.archive.intake.ImageFacts;
import org.medulla.archive.intake.Incoming;
import org.medulla.archive.intake.Intake;
import org.medulla.archive.intake.RestoredAnnotation;
import org.medulla.archive.intake.RestoredCell;
import org.medulla.archive.intake.RestoredDecision;
import org.medulla.archive.layout.LabelledFile;
import org.medulla.cytology.job.MedullaException;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.ImageDecoder;
import org.medulla.vision.image.PerceptualHash;

/** Turns the images of a release into cells to restore; safe for use by many threads. */
final class ReleasedImage {
    private final Intake intake;
    private final Map<String, CellsCsv.CellRow> byPath;
    private final Map<String, List<RestoredAnnotation>> annotations;
    private final Map<String, List<RestoredDecision>> decisions;
    private final Set<String> read = ConcurrentHashMap.newKeySet();

    ReleasedImage(
            Intake intake,
            Map<String, CellsCsv.CellRow> byPath,
            Map<String, List<RestoredAnnotation>> annotations,
            Map<String, List<RestoredDecision>> decisions) {
        this.intake = intake;
        this.byPath = byPath;
        this.annotations = annotations;
        this.decisions = decisions;
    }

    /**
     * Compares an image with its digest, decodes it and keeps its bytes.
     *
     * @throws MedullaException DATA when it is not the image that the release lists, or none
     */
    RestoredCell read(PackedImage image) {
        CellsCsv.CellRow row = byPath.get(image.path());
        if (row == null || !read.add(image.path())) {
            throw damaged("The release holds the image " + image.path() + " twice, or without listing it");
        }
        if (!image.digest().equals(row.digest())) {
            throw damaged("The image " + image.path() + " of the release is not the one that its list names");
        }
        List<RestoredAnnotation> readings = annotations.get(row.digest().hex());
        if (readings == null) {
            throw damaged("The release tells no reading of the image " + image.path());
        }
        return switch (ImageDecoder.decode(image.bytes())) {
            case Decoded.Rejected rejected -> throw damaged("The image " + image.path() + " " + rejected.words());
            case Decoded.Image decoded ->
                new RestoredCell(
                        new Incoming.Image(
                                new LabelledFile(
                                        image.file(), readings.getFirst().classCode(), Optional.empty(), row.details()),
                                image.stamp(),
                                new ImageFacts(
                                        intake.keep(image.bytes()),
                                        image.bytes().length,
                                        decoded.pixels().width(),
                                        decoded.pixels().height(),
                                        decoded.format().name().toLowerCase(Locale.ROOT),
                                        PerceptualHash.of(decoded.pixels()))),
                        row.source(),
                        row.fileName(),
                        readings,
                        decisions.getOrDefault(row.digest().hex(), List.of()));
        };
    }

    /**
     * Makes sure that every image that is listed was there.
     *
     * @throws MedullaException DATA when one was not
     */
    void requireAll() {
        Set<String> missing = new TreeSet<>(byPath.keySet());
        missing.removeAll(read);
        if (!missing.isEmpty()) {
            throw damaged("The release lists the image " + missing.iterator().next() + ", which is not in it");
        }
    }

    private static MedullaException damaged(String words) {
        return MedullaException.data(words + ": run `medulla release check` on it, and take it from its origin again.");
    }
}
