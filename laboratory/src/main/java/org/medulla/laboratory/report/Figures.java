package org.medulla.laboratory.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.medulla.cytology.evaluation.Estimate;
import org.medulla.cytology.evaluation.Spread;

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

    /** Mean and standard deviation over folds; a single fold has no deviation. */
    static String spread(Spread spread) {
        return spread.folds() == 1
                ? value(spread.mean())
                : String.format(Locale.ROOT, "%.3f ± %.3f", spread.mean(), spread.deviation());
    }

    /** A difference with its sign. */
    static String signed(double value) {
        String text = String.format(Locale.ROOT, "%+.3f", value).replace('-', '−');
        return text.substring(1).equals("0.000") ? "0.000" : text;
    }

    /** A p with as many digits as mean something. */
    static String p(double p) {
        return p < 0.0001 ? "< 0.0001" : String.format(Locale.ROOT, p < 0.01 ? "%.4f" : "%.2f", p);
    }

    /** The mean of a figure over those that define it, to three digits; a dash where none does. */
    static <T> String mean(List<T> of, Function<T, Optional<Double>> figure) {
        OptionalDouble mean = of.stream()
                .flatMap(one -> figure.apply(one).stream())
                .mapToDouble(Double::doubleValue)
                .average();
        return mean.isPresent() ? value(mean.getAsDouble()) : NONE;
    }

    static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    /** Two digits, as the published table gives them. */
    static String published(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
