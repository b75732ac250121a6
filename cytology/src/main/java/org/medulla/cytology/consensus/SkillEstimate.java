package org.medulla.cytology.consensus;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What {@link SkillWeighted} found out beside the classes of the cells.
 *
 * @param shares the share of each class among the cells, by code
 * @param readers the skill of each reader, by name
 * @param logLikelihood of the readings, without the smoothing
 * @param iterations how often the turns were taken
 * @param converged whether the last turn changed as little as was asked for
 */
public record SkillEstimate(
        SortedMap<String, Double> shares,
        List<ReaderSkill> readers,
        double logLikelihood,
        int iterations,
        boolean converged) {
    public SkillEstimate {
        shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
        readers = List.copyOf(readers);
    }

    static SkillEstimate of(
            SkillModel model, List<String> classes, List<String> readers, List<Long> readingsOfReaders) {
        SortedMap<String, Double> shares = new TreeMap<>();
        for (int code = 0; code < classes.size(); code++) {
            shares.put(classes.get(code), model.prior(code));
        }
        List<ReaderSkill> skills = IntStream.range(0, readers.size())
                .mapToObj(reader -> new ReaderSkill(
                        readers.get(reader),
                        readingsOfReaders.get(reader),
                        classes,
                        numbers(classes, truth -> model.votesOn(reader, truth)),
                        IntStream.range(0, classes.size())
                                .mapToObj(truth -> numbers(classes, said -> model.chance(reader, truth, said)))
                                .toList()))
                .toList();
        return new SkillEstimate(shares, skills, model.logLikelihood(), model.iterations(), model.converged());
    }

    private static List<Double> numbers(List<String> classes, IntToDoubleFunction number) {
        return IntStream.range(0, classes.size()).mapToDouble(number).boxed().toList();
    }
}
