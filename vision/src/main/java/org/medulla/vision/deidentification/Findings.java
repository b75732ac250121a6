package org.medulla.vision.deidentification;

import java.util.ArrayList;
import java.util.List;

/** The findings of one file while it is looked through; a file of nothing but oddities gives {@value #MOST} of them at most. */
final class Findings {
    private static final int MOST = 200;

    private final List<Finding> list = new ArrayList<>();

    void add(String where, FindingKind kind, Severity severity, String excerpt) {
        add(new Finding(where, kind, severity, excerpt));
    }

    private void add(Finding finding) {
        if (list.size() < MOST) {
            list.add(finding);
        } else if (list.size() == MOST) {
            list.add(new Finding(
                    "the rest of the file",
                    FindingKind.UNKNOWN_PART,
                    Severity.TO_LOOK_AT,
                    "more findings than are listed"));
        }
    }

    /** A text that belongs to a kind, and whatever in it identifies somebody. Blank texts are no finding. */
    void addText(String where, FindingKind kind, Severity severity, String text) {
        if (text.isBlank()) {
            return;
        }
        add(where, kind, severity, text);
        for (Finding found : IdentifyingText.find(where, text)) {
            // The version of a program looks like a date now and then.
            if (severity != Severity.HARMLESS || found.severity() == Severity.IDENTIFYING) {
                add(found);
            }
        }
    }

    /** Bytes of no known meaning: a text where they read like one. */
    void addUnknown(String where, Stretch bytes) {
        if (bytes.isText()) {
            addText(where, FindingKind.TEXT, Severity.TO_LOOK_AT, bytes.text());
        } else if (bytes.length() > 0) {
            add(where, FindingKind.UNKNOWN_PART, Severity.TO_LOOK_AT, bytes.length() + " bytes of no known meaning");
        }
    }

    void addDamaged(String where, DamagedException e) {
        add(where, FindingKind.DAMAGED, Severity.TO_LOOK_AT, String.valueOf(e.getMessage()));
    }

    /** Bytes behind the end of the image: a second picture, padding, or something else. */
    void addTrailing(String where, Stretch bytes) {
        if (bytes.length() == 0) {
            return;
        }
        if (bytes.startsWith("\u00ff\u00d8\u00ff") || bytes.startsWith("\u0089PNG")) {
            add(
                    where,
                    FindingKind.FURTHER_PICTURE,
                    Severity.TO_LOOK_AT,
                    "a second picture in " + bytes.length() + " bytes behind the first");
        } else if (bytes.isBlank()) {
            add(
                    where,
                    FindingKind.TRAILING_BYTES,
                    Severity.HARMLESS,
                    bytes.length() + " empty bytes behind the end of the image");
        } else {
            add(
                    where,
                    FindingKind.TRAILING_BYTES,
                    Severity.TO_LOOK_AT,
                    bytes.length() + " bytes behind the end of the image"
                            + (bytes.isText() ? ": " + bytes.text() : ""));
            if (bytes.isText()) {
                IdentifyingText.find(where, bytes.text()).forEach(this::add);
            }
        }
    }

    List<Finding> toList() {
        return List.copyOf(list);
    }
}
