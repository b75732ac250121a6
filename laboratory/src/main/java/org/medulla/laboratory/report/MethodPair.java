package org.medulla.laboratory.report;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.medulla.cytology.evaluation.Estimate;
import org.medulla.cytology.evaluation.McNemar;
import org.medulla.cytology.evaluation.Metric;

/**
 * Two methods on the same cells.
 *
 * @param first the title of the one
 * @param second the title of the other
 * @param differences the first's figure less the second's
 * @param test which of the two is right more often
 */
public record MethodPair(String first, String second, Map<Metric, Estimate> differences, McNemar test) {
    public MethodPair {
        differences = differences.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(differences));
    }

    /** The difference in a figure; empty where the cells do not define it. */
    public Optional<Estimate> difference(Metric metric) {
        return Optional.ofNullable(differences.get(metric));
    }
}
