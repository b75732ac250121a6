package org.medulla.cytology.consensus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.medulla.cytology.agreement.Reading;
import org.medulla.cytology.agreement.Readings;

/**
 * The class that is likeliest when each reader's readings count by the skill that all readings together show (Dawid AP, Skene AM, Appl
 * Stat 1979;28:20-28): the shares of the classes, the confusions of each reader and the class of each cell are found by turns until
 * nothing changes. Its certainty is the posterior probability of the class. It takes readers' mistakes as independent, so that its
 * certainty is too high where few cells were read or where all readers make the same mistakes.
 *
 * @param minimumReadings how many readings a cell needs, at least 1; with fewer there is no consensus, though they count for the skill
 * @param threshold the least posterior of a consensus, above 0.5, at most 1
 * @param smoothing how many readings are added to what each reader gave the cells of each class, half of them right and half spread
 *     evenly over the other classes: what is believed of a reader who has shown little; 0 is the rule as published
 * @param tolerance by how little the log-likelihood (with the logarithm of the added readings' probability) may still rise at the end
 * @param mostIterations how often to take turns at most, at least 1
 */
public record SkillWeighted(
        int minimumReadings, double threshold, double smoothing, double tolerance, int mostIterations)
        implements ConsensusRule {
    public SkillWeighted {
        boolean sound = minimumReadings >= 1
                && threshold > 0.5
                && threshold <= 1
                && smoothing >= 0
                && Double.isFinite(smoothing)
                && tolerance > 0
                && mostIterations >= 1;
        if (!sound) {
            throw new IllegalArgumentException("No rule weighs readers with at least " + minimumReadings
                    + " readings, the threshold " + threshold + ", the smoothing " + smoothing + ", the tolerance "
                    + tolerance + " and " + mostIterations + " iterations");
        }
    }

    /** From two readings and a posterior of 0.8 on, with a smoothing of five readings. */
    public static SkillWeighted standard() {
        return new SkillWeighted(2, 0.8, 5, 1e-6, 1000);
    }

    @Override
    public String name() {
        return "skill-weighted";
    }

    @Override
    public String words() {
        return "the class with a posterior of at least " + threshold
                + " by the readers' estimated skill (Dawid and Skene 1979), from at least " + minimumReadings
                + " readings; with " + smoothing
                + " readings, half of them right, added to each class of each reader; until the log-likelihood rises by"
                + " less than " + tolerance + ", at most " + mostIterations + " iterations";
    }

    @Override
    public ConsensusOutcome apply(Readings readings) {
        List<String> classes = readings.classes();
        List<String> readers = readings.readers();
        List<Map.Entry<Long, SortedMap<String, String>>> cells =
                List.copyOf(readings.byCell().entrySet());
        List<SkillModel.Vote> votes = new ArrayList<>();
        for (int cell = 0; cell < cells.size(); cell++) {
            for (Map.Entry<String, String> reading : cells.get(cell).getValue().entrySet()) {
                votes.add(new SkillModel.Vote(
                        cell, readers.indexOf(reading.getKey()), classes.indexOf(reading.getValue())));
            }
        }
        SkillModel model = new SkillModel(cells.size(), readers.size(), classes.size(), votes, smoothing);
        model.learn(tolerance, mostIterations);
        List<Consensus> found = new ArrayList<>();
        for (int cell = 0; cell < cells.size(); cell++) {
            SortedMap<String, Integer> given = Consensus.votes(cells.get(cell).getValue());
            found.add(consensus(model, cell, classes, cells.get(cell).getKey(), given));
        }
        List<Long> readingsOfReaders = readers.stream()
                .map(reader -> readings.all().stream()
                        .map(Reading::reader)
                        .filter(reader::equals)
                        .count())
                .toList();
        return new ConsensusOutcome(
                this, found, Optional.of(SkillEstimate.of(model, classes, readers, readingsOfReaders)));
    }

    private Consensus consensus(
            SkillModel model, int cell, List<String> classes, long number, SortedMap<String, Integer> votes) {
        if (Consensus.readings(votes) < minimumReadings) {
            return new Consensus(number, Optional.empty(), 0, votes);
        }
        int likeliest = model.likeliest(cell);
        double posterior = Math.min(1, model.posterior(cell, likeliest));
        Optional<String> classCode = posterior >= threshold ? Optional.of(classes.get(likeliest)) : Optional.empty();
        return new Consensus(number, classCode, posterior, votes);
    }
}
