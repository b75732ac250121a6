package org.medulla.laboratory.contribution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.medulla.archive.contribution.ItemFinding;
import org.medulla.archive.contribution.Verdict;
import org.medulla.vision.deidentification.Finding;
import org.medulla.vision.deidentification.TextLine;
import org.medulla.vision.quality.ImageQuality;
import org.medulla.vision.quality.Measurement;

/** What checks found in a picture, in the words of the inbox. What could tell who a patient is, is named by its kind alone. */
final class Findings {
    private final List<ItemFinding> found = new ArrayList<>();

    void add(String check, String where, String kind, Verdict verdict, String words) {
        found.add(new ItemFinding(check, where, kind, verdict, words));
    }

    /** Findings of the check for what tells who somebody is. */
    void addRevealing(String check, List<Finding> findings) {
        for (Finding finding : findings) {
            add(check, finding.where(), ReceivedFile.words(finding.kind()), Verdict.IDENTIFYING, "");
        }
    }

    void addLetters(List<TextLine> lines) {
        for (TextLine line : lines) {
            Finding finding = line.toFinding();
            add("pixels", finding.where(), ReceivedFile.words(finding.kind()), Verdict.LETTERS, finding.excerpt());
        }
    }

    /** What is unusual, and for each reason why something cannot be measured, what that is. */
    void addQuality(ImageQuality quality) {
        Map<String, List<String>> unknown = new LinkedHashMap<>();
        for (Measurement measurement : quality.measurements()) {
            if (measurement instanceof Measurement.NotMeasurable not) {
                unknown.computeIfAbsent(not.why(), why -> new ArrayList<>())
                        .add(not.measure().words());
            }
        }
        for (String reason : quality.reasons()) {
            int colon = reason.indexOf(": ");
            String kind = reason.substring(0, colon);
            if (unknown.values().stream()
                    .flatMap(List::stream)
                    .noneMatch(what -> kind.equals(what + " cannot be measured"))) {
                add("quality", "picture", kind, Verdict.TO_LOOK_AT, reason.substring(colon + 2));
            }
        }
        unknown.forEach((why, what) ->
                add("quality", "picture", why, Verdict.TO_LOOK_AT, "not measured: " + String.join(", ", what)));
    }

    List<ItemFinding> toList() {
        return List.copyOf(found);
    }
}
