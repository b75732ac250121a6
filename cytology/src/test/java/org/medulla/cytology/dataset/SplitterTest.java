package org.medulla.cytology.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SplitterTest {
    /**
     * The golden file was written by numpy 2.4.6:
     *
     * <pre>{@code
     * rs = np.random.RandomState(2026)
     * for code, n in [('ART', 7), ('BLA', 53), ('EBO', 2), ('NGS', 200), ('PLM', 5)]:
     *     names = np.array([f'{code}_{i:05d}.jpg' for i in range(1, n + 1)])
     *     rs.shuffle(names)
     *     for fold, part in enumerate(np.array_split(names, 5)):
     *         for file in sorted(part): print(f'{code},{n},{file},{fold}')
     * }</pre>
     */
    @Test
    void thePublishedFoldsAreThoseOfNumpy() throws IOException {
        List<DatasetItem> items = new ArrayList<>();
        Map<String, Integer> expected = new HashMap<>();
        try (InputStream file = SplitterTest.class.getResourceAsStream("numpy-splits.csv")) {
            assertThat(file).isNotNull();
            new String(file.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .skip(1)
                    .forEach(line -> {
                        String[] parts = line.split(",", -1);
                        items.add(item("digest of " + parts[2], parts[0], parts[2], "", ""));
                        expected.put("digest of " + parts[2], Integer.parseInt(parts[3]));
                    });
        }
        Collections.shuffle(items, new Random(1));
        Split split = Splitter.split(items, new SplitPlan(5, 2026, SplitUnit.PUBLISHED));
        assertThat(split.folds()).hasSize(267).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Property(tries = 100)
    void cellsAreDealtEvenlyInEveryClass(
            @ForAll @LongRange(min = 0, max = 0xffff_ffffL) long seed,
            @ForAll @IntRange(min = 2, max = 10) int folds,
            @ForAll @IntRange(min = 10, max = 300) int cells) {
        Split split = Splitter.split(cells(cells, 7, 0), new SplitPlan(folds, seed, SplitUnit.CELL));
        assertThat(split.folds()).hasSize(cells);
        Map<String, int[]> counts = counts(split, cells(cells, 7, 0), folds);
        counts.values()
                .forEach(perFold -> assertThat(max(perFold) - min(perFold)).isLessThanOrEqualTo(1));
        int[] sizes = new int[folds];
        split.folds().values().forEach(fold -> sizes[fold]++);
        assertThat(max(sizes) - min(sizes)).isLessThanOrEqualTo(1);
    }

    @Property(tries = 100)
    void noPatientStandsInTwoFoldsAndNoFoldIsEmpty(
            @ForAll @LongRange(min = 0, max = 0xffff_ffffL) long seed,
            @ForAll @IntRange(min = 5, max = 40) int patients) {
        List<DatasetItem> items = cells(600, 6, patients);
        Split split = Splitter.split(items, new SplitPlan(5, seed, SplitUnit.PATIENT));
        Map<String, Set<Integer>> foldsOfPatient = new HashMap<>();
        for (DatasetItem item : items) {
            foldsOfPatient
                    .computeIfAbsent(item.patient().orElseThrow(), p -> new HashSet<>())
                    .add(split.foldOf(item.digest()).orElseThrow());
        }
        assertThat(foldsOfPatient.values())
                .allSatisfy(folds -> assertThat(folds).hasSize(1));
        assertThat(new HashSet<>(split.folds().values())).hasSize(5);
    }

    @Test
    void patientsAreDealtSoThatEveryFoldHoldsAboutTheSameShareOfEveryClass() {
        List<DatasetItem> items = cells(3000, 6, 60);
        Split split = Splitter.split(items, new SplitPlan(5, 1, SplitUnit.PATIENT));
        counts(split, items, 5).values().forEach(perFold -> {
            int total = 0;
            for (int count : perFold) {
                total += count;
            }
            for (int count : perFold) {
                assertThat((double) count / total).isBetween(0.15, 0.25);
            }
        });
    }

    @Property(tries = 20)
    void theOrderOfTheItemsDoesNotMatter(
            @ForAll SplitUnitOfCells unit, @ForAll @LongRange(min = 0, max = 1000) long seed) {
        List<DatasetItem> items = cells(200, 5, 20);
        List<DatasetItem> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, new Random(seed));
        SplitPlan plan = new SplitPlan(4, seed, SplitUnit.valueOf(unit.name()));
        assertThat(Splitter.split(shuffled, plan).digest())
                .isEqualTo(Splitter.split(items, plan).digest());
    }

    @Test
    void anotherSeedGivesAnotherSplit() {
        List<DatasetItem> items = cells(200, 5, 20);
        assertThat(Splitter.split(items, new SplitPlan(5, 1, SplitUnit.CELL)).digest())
                .isNotEqualTo(Splitter.split(items, new SplitPlan(5, 2, SplitUnit.CELL))
                        .digest());
    }

    @Test
    void theDigestIsTheSha256OfTheSortedLines() {
        Split split = new Split(new SplitPlan(2, 0, SplitUnit.FIXED), new TreeMap<>(Map.of("bb", 1, "aa", 0)));
        // printf 'aa 0\nbb 1\n' | sha256sum
        assertThat(split.canonicalForm()).isEqualTo("aa 0\nbb 1\n");
        assertThat(split.digest()).isEqualTo("41e972d1da3f0c75451adf68ec6a4dfe94661020cbee728e15d382533dbb7c91");
    }

    @Test
    void cellsWithoutPatientAreNotSilentlySplitByCell() {
        List<DatasetItem> items = new ArrayList<>(cells(20, 2, 5));
        items.add(item("zz", "BLA", "zz.jpg", "", ""));
        assertThatThrownBy(() -> Splitter.split(items, new SplitPlan(2, 1, SplitUnit.PATIENT)))
                .hasMessageContaining("Of 21 cells 1 have no patient");
    }

    @Test
    void moreFoldsThanPatientsAreRefused() {
        assertThatThrownBy(() -> Splitter.split(cells(20, 2, 3), new SplitPlan(5, 1, SplitUnit.PATIENT)))
                .hasMessageContaining("3 patients for 5 folds");
    }

    @Test
    void anItemGivenTwiceIsRefused() {
        DatasetItem twice = item("aa", "BLA", "a.jpg", "", "");
        assertThatThrownBy(() -> Splitter.split(List.of(twice, twice), new SplitPlan(2, 1, SplitUnit.CELL)))
                .hasMessageContaining("aa");
    }

    /** The units that need no list. */
    enum SplitUnitOfCells {
        CELL,
        PATIENT,
        SMEAR,
        PUBLISHED
    }

    private static List<DatasetItem> cells(int count, int classes, int patients) {
        Random random = new Random(count);
        List<DatasetItem> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String patient = patients == 0 ? "" : "P" + i % patients;
            items.add(item(
                    "%08x".formatted(i * 2654435761L), "C" + random.nextInt(classes), i + ".jpg", patient, patient));
        }
        return items;
    }

    private static DatasetItem item(String digest, String classCode, String file, String patient, String smear) {
        return new DatasetItem(
                digest,
                classCode,
                file,
                patient.isEmpty() ? Optional.empty() : Optional.of(patient),
                smear.isEmpty() ? Optional.empty() : Optional.of(smear));
    }

    private static Map<String, int[]> counts(Split split, List<DatasetItem> items, int folds) {
        Map<String, int[]> counts = new HashMap<>();
        for (DatasetItem item : items) {
            counts.computeIfAbsent(item.classCode(), c -> new int[folds])[
                    split.foldOf(item.digest()).orElseThrow()]++;
        }
        return counts;
    }

    private static int max(int[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }

    private static int min(int[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }
}
