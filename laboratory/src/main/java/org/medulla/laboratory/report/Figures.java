package org.medulla.laboratory.report;

import java.util.Locale;
import java.util.Optional;
import org.medulla.cytology.evaluation.Estimate;

/** How figures are written for people: three digits, a dash for what is not defined. */
final class Figures {
    static final String NONE = "–";

    private Figures() {}

    static String value(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    static String value(Optional<Estimate> estimate) {
        return estimate.map(e -> value(e.value())).orElse(NONE);
    }

    static String interval(Estimate estimate) {
        return value(estimate.low()) + " to " + value(estimate.high());
    }

    static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    /** Two digits, as the published table gives them. */
    static String published(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
