package org.medulla.cli.console;

import java.util.Locale;

/** Durations as a person says them: "12 s", "3 min 05 s", "2 h 10 min". */
public final class Durations {
    private Durations() {}

    /** Rounds to the second, and to the minute above an hour. */
    public static String spoken(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        if (whole < 3600) {
            return String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60);
        }
        return String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole / 60 % 60);
    }
}
