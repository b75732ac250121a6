package org.medulla.laboratory.report;

import java.util.List;
import java.util.Locale;

/** The colours of every report: those of the stain. Right answers are haematoxylin purple, errors eosin pink. */
final class Palette {
    static final String INK = "#231942";
    static final String MUTED = "#6b6480";
    static final String LINE = "#dcd7e6";
    static final String PURPLE = "#4b2e83";
    static final String PINK = "#c2406b";

    /**
     * Colours that people with any common colour vision tell apart on white, but for the yellow and with ink for black (Okabe M,
     * Ito K, Color Universal Design, 2008).
     */
    private static final List<String> CATEGORIES =
            List.of("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", INK);

    private static final int[] PAPER = {0xfb, 0xfa, 0xfd};
    private static final int[] HAEMATOXYLIN = {0x4b, 0x2e, 0x83};
    private static final int[] EOSIN = {0xc2, 0x40, 0x6b};

    private Palette() {}

    /** The colour of the category with that number, from 0; after {@link #categories()} of them they come again. */
    static String category(int number) {
        return CATEGORIES.get(number % CATEGORIES.size());
    }

    /** How many categories have a colour of their own; more need another mark beside the colour. */
    static int categories() {
        return CATEGORIES.size();
    }

    /** The colour of a share of right answers, 0 to 1. */
    static String right(double share) {
        return mix(HAEMATOXYLIN, Math.sqrt(share));
    }

    /** The colour of a share of errors, 0 to 1; small ones are already visible. */
    static String wrong(double share) {
        return mix(EOSIN, Math.min(1, Math.sqrt(share * 1.6)));
    }

    /** Black or white, whichever can be read on {@link #right} or {@link #wrong} of the share. */
    static String inkOn(double share, boolean right) {
        return Math.sqrt(right ? share : share * 1.6) > 0.55 ? "#ffffff" : INK;
    }

    private static String mix(int[] colour, double amount) {
        StringBuilder hex = new StringBuilder("#");
        for (int i = 0; i < 3; i++) {
            hex.append(String.format(Locale.ROOT, "%02x", Math.round(PAPER[i] + (colour[i] - PAPER[i]) * amount)));
        }
        return hex.toString();
    }
}
