package org.medulla.laboratory.contribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.medulla.archive.contribution.ContributionItem;
import org.medulla.archive.contribution.ItemDecision;
import org.medulla.archive.contribution.ItemFinding;
import org.medulla.archive.contribution.Verdict;

/**
 * What is in a contribution, counted.
 *
 * @param classes the class words, the commonest first
 * @param kinds the kinds of findings, the worst first
 * @param verdicts how many pictures there are of each verdict
 * @param accepted how many are accepted
 * @param refused how many were left out by a steward
 */
public record ContributionSummary(
        List<WordCount> classes, List<KindCount> kinds, Map<Verdict, Long> verdicts, long accepted, long refused) {
    public ContributionSummary {
        classes = List.copyOf(classes);
        kinds = List.copyOf(kinds);
        verdicts = Map.copyOf(verdicts);
    }

    /** Counts a contribution. */
    public static ContributionSummary of(List<ContributionItem> items, Map<Long, ItemDecision> decisions) {
        Map<String, WordCount> words = new TreeMap<>();
        Map<String, KindCount> kinds = new TreeMap<>();
        Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
        for (ContributionItem item : items) {
            verdicts.merge(item.verdict(), 1L, Long::sum);
            words.merge(
                    item.classWord().orElse(""), new WordCount(item.classWord(), item.classCode(), 1), WordCount::plus);
            item.findings().stream()
                    .map(finding -> new KindCount(finding, item.position()))
                    .distinct()
                    .forEach(kind -> kinds.merge(kind.key(), kind, KindCount::plus));
        }
        List<WordCount> commonest = new ArrayList<>(words.values());
        commonest.sort(Comparator.comparingLong(WordCount::pictures).reversed());
        List<KindCount> worst = new ArrayList<>(kinds.values());
        worst.sort(Comparator.comparing(KindCount::verdict)
                .thenComparingLong(KindCount::pictures)
                .reversed());
        return new ContributionSummary(
                commonest,
                worst,
                verdicts,
                count(decisions, ItemDecision.Outcome.ACCEPTED),
                count(decisions, ItemDecision.Outcome.REFUSED));
    }

    private static long count(Map<Long, ItemDecision> decisions, ItemDecision.Outcome outcome) {
        return decisions.values().stream()
                .filter(decision -> decision.outcome() == outcome)
                .count();
    }

    /** How many pictures have a verdict. */
    public long of(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0L);
    }

    /**
     * A class word.
     *
     * @param word as the laboratory has it; none where there is none, or it could tell something of a person
     * @param code the class that it stands for
     * @param pictures how many pictures bear it
     */
    public record WordCount(Optional<String> word, Optional<String> code, long pictures) {
        private WordCount plus(WordCount other) {
            return new WordCount(word, code.or(other::code), pictures + other.pictures);
        }
    }

    /**
     * A kind of finding.
     *
     * @param check what was looked at
     * @param kind what it is
     * @param verdict what follows from it
     * @param pictures in how many pictures it is
     * @param first the number of the first picture that has it
     */
    public record KindCount(String check, String kind, Verdict verdict, long pictures, long first) {
        private KindCount(ItemFinding finding, long position) {
            this(finding.check(), finding.kind(), finding.verdict(), 1, position);
        }

        private String key() {
            return check + "\n" + kind + "\n" + verdict;
        }

        private KindCount plus(KindCount other) {
            return new KindCount(check, kind, verdict, pictures + other.pictures, Math.min(first, other.first));
        }
    }
}
