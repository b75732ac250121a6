package org.medulla.cytology.nomenclature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.medulla.cytology.job.ErrorCode;
import org.medulla.cytology.job.MedullaException;

class GrowthPropertiesTest {
    @Property(tries = 150)
    void noCodeIsEverLost(@ForAll long seed, @ForAll @IntRange(max = 40) int steps) {
        NomenclatureHistory history = grow(new Random(seed), steps);
        Nomenclature now = history.current();
        for (int number = 0; number <= history.changes().size(); number++) {
            for (String code : history.after(number).codes()) {
                assertThat(now.find(now.current(code))).isPresent();
                assertThat(now.known(code)).isPresent();
            }
        }
    }

    @Property(tries = 150)
    void theMapIsIdempotentAndLeavesListedClassesWhereTheyAre(@ForAll long seed) {
        NomenclatureHistory history = grow(new Random(seed), 30);
        Nomenclature now = history.current();
        now.codes().forEach(code -> assertThat(now.current(code)).isEqualTo(code));
        now.merged().keySet().forEach(code -> {
            assertThat(now.find(code)).isEmpty();
            assertThat(now.current(now.current(code))).isEqualTo(now.current(code));
        });
    }

    @Property(tries = 100)
    void mappingByAnEarlierVersionFirstChangesNothingUnlessAMergeWasTakenBackSince(@ForAll long seed) {
        NomenclatureHistory history = grow(new Random(seed), 20);
        Nomenclature now = history.current();
        for (int number = 0; number <= history.changes().size(); number++) {
            Nomenclature then = history.after(number);
            then.merged().forEach((code, target) -> {
                if (!now.find(code).isPresent() && isUnbroken(history, code, target)) {
                    assertThat(now.current(target)).isEqualTo(now.current(code));
                }
            });
        }
    }

    @Property(tries = 40)
    void toleranceStaysMutualAndTheTreeAMetric(@ForAll long seed) {
        Nomenclature now = grow(new Random(seed), 25).current();
        for (String a : now.codes()) {
            for (String b : now.codes()) {
                assertThat(now.tolerated(a, b)).isEqualTo(now.tolerated(b, a));
                int ab = now.treeDistance(a, b);
                assertThat(ab).isEqualTo(now.treeDistance(b, a)).isBetween(0, Nomenclature.GREATEST_DISTANCE);
                assertThat(ab == 0).isEqualTo(a.equals(b));
                for (String c : List.of("BLA", "LYT", "ART")) {
                    String d = now.current(c);
                    assertThat(ab).isLessThanOrEqualTo(now.treeDistance(a, d) + now.treeDistance(d, b));
                }
            }
        }
    }

    @Property(tries = 100)
    void takingAMergeBackAtOnceRestoresTheClasses(@ForAll long seed, @ForAll @IntRange(max = 15) int steps) {
        Random random = new Random(seed);
        NomenclatureHistory before = grow(random, steps);
        List<String> two = pick(random, before.current().codes(), 2);
        NomenclatureHistory merged;
        try {
            merged = before.with(new NomenclatureChange.Merged(two, two.getFirst(), Optional.empty()));
        } catch (MedullaException e) {
            return; // A group, which is refused.
        }
        Nomenclature back = merged.with(new NomenclatureChange.Split(two.getFirst(), two, List.of()))
                .current();
        assertThat(back.codes()).isEqualTo(before.current().codes());
        for (String code : before.current().codes()) {
            assertThat(back.current(code)).isEqualTo(code);
        }
    }

    @Property(tries = 100)
    void theSameChangesGiveTheSameVersion(@ForAll long seed) {
        NomenclatureHistory history = grow(new Random(seed), 12);
        NomenclatureHistory again = NomenclatureHistory.of(history.changes());
        assertThat(again.current().version()).isEqualTo(history.current().version());
        assertThat(again.current().classes()).isEqualTo(history.current().classes());
    }

    /** Whether no split parted a merged class from what it was merged into, anywhere along its way. */
    private static boolean isUnbroken(NomenclatureHistory history, String code, String target) {
        Set<String> revived = new HashSet<>();
        for (NomenclatureChange change : history.changes()) {
            if (change instanceof NomenclatureChange.Split split) {
                revived.addAll(split.into());
                split.defined().forEach(one -> revived.remove(one.code()));
            }
        }
        return !revived.contains(code) && !revived.contains(target) && revived.isEmpty();
    }

    private static NomenclatureHistory grow(Random random, int steps) {
        NomenclatureHistory history = NomenclatureHistory.standard();
        for (int step = 0; step < steps; step++) {
            try {
                history = history.with(change(random, history.current(), step));
            } catch (MedullaException e) {
                // A change that cannot be made leaves the history as it was.
                assertThat(e.code()).isEqualTo(ErrorCode.USER);
            }
        }
        return history;
    }

    private static NomenclatureChange change(Random random, Nomenclature now, int step) {
        List<String> codes = now.codes();
        return switch (random.nextInt(6)) {
            case 0 -> new NomenclatureChange.Added(fresh("A" + step, random, now));
            case 1 -> {
                String code = pick(random, codes, 1).getFirst();
                List<CellClass> parts = List.of(fresh("S" + step, random, now), fresh("T" + step, random, now));
                yield new NomenclatureChange.Split(
                        code, parts.stream().map(CellClass::code).toList(), parts);
            }
            case 2, 3 -> {
                List<String> some = pick(random, codes, 2 + random.nextInt(3));
                yield random.nextBoolean()
                        ? new NomenclatureChange.Merged(some, some.getLast(), Optional.empty())
                        : new NomenclatureChange.Merged(some, "M" + step, Optional.of(fresh("M" + step, random, now)));
            }
            case 4 -> {
                List<String> gone = new ArrayList<>(now.tree().mergedInto().keySet());
                gone.sort(null);
                if (gone.isEmpty()) {
                    yield new NomenclatureChange.Renamed("BLA", "Blast of step " + step);
                }
                String code = gone.get(random.nextInt(gone.size()));
                String target = now.tree().mergedInto().getOrDefault(code, code);
                List<String> siblings = gone.stream()
                        .filter(one -> target.equals(now.tree().mergedInto().get(one)))
                        .toList();
                yield new NomenclatureChange.Split(
                        target,
                        siblings.size() > 1 && random.nextBoolean() ? siblings : List.of(target, code),
                        List.of());
            }
            default -> new NomenclatureChange.Renamed(pick(random, codes, 1).getFirst(), "Name of step " + step);
        };
    }

    private static CellClass fresh(String code, Random random, Nomenclature now) {
        List<Lineage> lineages = List.of(Lineage.values());
        Lineage lineage = lineages.get(random.nextInt(lineages.size()));
        return new CellClass(
                code,
                "Class " + code,
                lineage,
                OptionalInt.empty(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean() ? Set.of(pick(random, now.codes(), 1).getFirst()) : Set.of(),
                Optional.empty());
    }

    private static List<String> pick(Random random, List<String> codes, int number) {
        List<String> shuffled = new ArrayList<>(codes);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, Math.min(number, shuffled.size())));
    }
}
