package org.medulla.laboratory.smear;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.Cell;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.dataset.FrozenCell;
import org.medulla.cytology.dataset.DatasetItem;
import org.medulla.cytology.dataset.Split;
import org.medulla.cytology.dataset.SplitPlan;
import org.medulla.cytology.dataset.SplitUnit;
import org.medulla.cytology.dataset.Splitter;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.picture.CellPicture;
import org.medulla.laboratory.pipeline.OrderedWork;
import org.medulla.vision.image.RgbImage;

/**
 * The accuracy of one plain classifier under the split by cell and under the one by pseudo-smear: the five nearest neighbours among the other folds, by the pixels
 * of pictures of {@value #SIDE} px; nothing was learned before. And how well the signature of the smear alone, without the cell, tells the class under both.
 *
 * <p>Arguments: a home, a dataset of it.
 */
public final class SplitFigures {
    private static final int SIDE = 16;
    private static final int NEIGHBOURS = 5;
    private static final int FOLDS = 5;
    private static final int RESAMPLES = 500;
    private static final int FEWEST = 10;

    private SplitFigures() {}

    /** Prints the balanced accuracies with 95 % intervals by a bootstrap of pseudo-smears. */
    public static void main(String[] args) {
        try (Archive archive = Archive.open(Path.of(args[0]))) {
            List<FrozenCell> cells = archive.datasets().cells(archive.datasets().get(args[1]));
            List<CellId> ids = cells.stream().map(FrozenCell::cell).toList();
            PseudoSmears smears = PseudoSmears.of(archive, ids, OptionalInt.empty(), Progress.silent());
            List<float[]> pixels = new ArrayList<>();
            OrderedWork.onAllCores("Decoding")
                    .run(archive.cells().find(ids).iterator(), (Cell cell) -> pixels(archive, cell), pixels::add);
            List<float[]> groups = new ArrayList<>();
            ids.forEach(id -> {
                float[] group = new float[smears.count() + 1];
                group[smears.groups().getOrDefault(id, 0)] = 1;
                groups.add(group);
            });
            System.out.printf(Locale.ROOT, "%,d cells, %d pseudo-smears%n", cells.size(), smears.count());
            for (SplitUnit unit : List.of(SplitUnit.CELL, SplitUnit.PSEUDO_SMEAR)) {
                Split split = Splitter.split(items(cells, smears), new SplitPlan(FOLDS, 2026, unit));
                print(unit + ", pixels", cells, smears, right(cells, split, pixels));
                print(unit + ", pseudo-smear alone", cells, smears, right(cells, split, groups));
            }
        }
    }

    private static List<DatasetItem> items(List<FrozenCell> cells, PseudoSmears smears) {
        return cells.stream()
                .map(cell -> new DatasetItem(
                        cell.digest().hex(),
                        cell.classCode(),
                        cell.fileName(),
                        Optional.empty(),
                        Optional.of(smears.name(cell.cell()))))
                .toList();
    }

    private static float[] pixels(Archive archive, Cell cell) {
        RgbImage small = CellPicture.of(archive, cell).pixels().resize(SIDE, SIDE);
        float[] values = new float[SIDE * SIDE * RgbImage.CHANNELS];
        for (int i = 0; i < values.length; i++) {
            values[i] = small.value(i) / 255f;
        }
        return values;
    }

    private static boolean[] right(List<FrozenCell> cells, Split split, List<float[]> features) {
        int[] folds = cells.stream()
                .mapToInt(cell -> split.foldOf(cell.digest().hex()).orElseThrow())
                .toArray();
        boolean[] right = new boolean[cells.size()];
        List<Boolean> answers = new ArrayList<>();
        OrderedWork.onAllCores("Naming")
                .run(
                        IntStream.range(0, right.length).iterator(),
                        (Integer cell) -> name(cell, cells, folds, features)
                                .equals(cells.get(cell).classCode()),
                        answers::add);
        for (int i = 0; i < right.length; i++) {
            right[i] = answers.get(i);
        }
        return right;
    }

    private static String name(int cell, List<FrozenCell> cells, int[] folds, List<float[]> features) {
        double[] nearest = new double[NEIGHBOURS];
        int[] places = new int[NEIGHBOURS];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int other = 0; other < cells.size(); other++) {
            if (folds[other] == folds[cell]) {
                continue;
            }
            double distance = distance(features.get(cell), features.get(other));
            for (int i = 0; i < NEIGHBOURS; i++) {
                if (distance < nearest[i]) {
                    System.arraycopy(nearest, i, nearest, i + 1, NEIGHBOURS - 1 - i);
                    System.arraycopy(places, i, places, i + 1, NEIGHBOURS - 1 - i);
                    nearest[i] = distance;
                    places[i] = other;
                    break;
                }
            }
        }
        Map<String, Integer> votes = new HashMap<>();
        String best = cells.get(places[0]).classCode();
        for (int place : places) {
            String code = cells.get(place).classCode();
            if (votes.merge(code, 1, Integer::sum) > votes.getOrDefault(best, 0)) {
                best = code;
            }
        }
        return best;
    }

    private static double distance(float[] one, float[] other) {
        float sum = 0;
        for (int i = 0; i < one.length; i++) {
            float difference = one[i] - other[i];
            sum += difference * difference;
        }
        return sum;
    }

    private static void print(String what, List<FrozenCell> cells, PseudoSmears smears, boolean[] right) {
        Map<Integer, List<Integer>> bySmear = new HashMap<>();
        for (int i = 0; i < right.length; i++) {
            bySmear.computeIfAbsent(smears.groups().getOrDefault(cells.get(i).cell(), 0), _ -> new ArrayList<>())
                    .add(i);
        }
        List<List<Integer>> units = List.copyOf(bySmear.values());
        Random random = new Random(1);
        double[] drawn = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            List<Integer> sample = new ArrayList<>();
            units.forEach(_ -> sample.addAll(units.get(random.nextInt(units.size()))));
            drawn[i] = balanced(sample, cells, right);
        }
        Arrays.sort(drawn);
        System.out.printf(
                Locale.ROOT,
                "  by %s: balanced accuracy %.3f (%.3f to %.3f)%n",
                what,
                balanced(IntStream.range(0, right.length).boxed().toList(), cells, right),
                drawn[(int) (0.025 * RESAMPLES)],
                drawn[(int) (0.975 * RESAMPLES)]);
    }

    private static double balanced(List<Integer> sample, List<FrozenCell> cells, boolean[] right) {
        Map<String, int[]> counts = new HashMap<>();
        for (int cell : sample) {
            int[] count = counts.computeIfAbsent(cells.get(cell).classCode(), _ -> new int[2]);
            count[0] += right[cell] ? 1 : 0;
            count[1]++;
        }
        return counts.values().stream()
                .filter(count -> count[1] >= FEWEST)
                .mapToDouble(count -> (double) count[0] / count[1])
                .average()
                .orElse(0);
    }
}
