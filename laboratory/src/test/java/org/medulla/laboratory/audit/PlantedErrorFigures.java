package org.medulla.laboratory.audit;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.medulla.archive.Archive;
import org.medulla.archive.annotation.Reading;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.dataset.FrozenCell;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.dataset.Splitting;
import org.medulla.laboratory.experiment.Method;
import org.medulla.laboratory.experiment.PublishedRequest;
import org.medulla.vision.training.Length;

/**
 * How well an audit finds errors that were planted: gives 5 of 100 cells of a dataset another of its classes at random, before anything
 * learns from them, and looks where they stand in the list.
 *
 * <p>Arguments: a home, which is changed (take a copy), a dataset in it, methods by name separated by commas, epochs for networks.
 */
public final class PlantedErrorFigures {
    private static final double SHARE = 0.05;
    private static final long SEED = 5;

    private PlantedErrorFigures() {}

    /** Prints precision and recall of the first 5 % of the list. */
    public static void main(String[] args) {
        try (Archive archive = Archive.open(Path.of(args[0]))) {
            List<FrozenCell> cells = archive.datasets().cells(archive.datasets().get(args[1]));
            Map<CellId, String> planted = plant(archive, cells);
            String name = args[1] + "-planted";
            archive.datasets()
                    .freeze(
                            name,
                            "planted errors",
                            cells.stream().map(FrozenCell::cell).toList());
            new Splitting(archive).deal(name, 5, 2026, Optional.empty());
            LabelAudit.Audited audited = new LabelAudit(archive, "", InstantSource.system(), System.err::println)
                    .run(
                            new PublishedRequest(
                                    name,
                                    OptionalInt.empty(),
                                    Method.named(List.of(args[2].split(","))),
                                    Optional.of(new Length.Epochs(Double.parseDouble(args[3]))),
                                    Optional.empty(),
                                    1),
                            Progress.silent());
            print(audited.cells(), planted, (int) Math.round(SHARE * cells.size()));
        }
    }

    /** The right class of each cell that was given another one. */
    private static Map<CellId, String> plant(Archive archive, List<FrozenCell> cells) {
        List<String> classes =
                cells.stream().map(FrozenCell::classCode).distinct().sorted().toList();
        List<FrozenCell> shuffled = new ArrayList<>(cells);
        Random random = new Random(SEED);
        Collections.shuffle(shuffled, random);
        Map<CellId, String> right = new HashMap<>();
        List<Reading> wrong = new ArrayList<>();
        for (FrozenCell cell : shuffled.subList(0, (int) Math.round(SHARE * cells.size()))) {
            List<String> others = classes.stream()
                    .filter(code -> !code.equals(cell.classCode()))
                    .toList();
            right.put(cell.cell(), cell.classCode());
            wrong.add(Reading.of(cell.cell(), "planted", others.get(random.nextInt(others.size()))));
        }
        archive.annotations().addAll(wrong);
        return right;
    }

    private static void print(List<LabelAudit.SuspectCell> suspects, Map<CellId, String> planted, int first) {
        long found = 0;
        long rightlySuggested = 0;
        double precisions = 0;
        long soFar = 0;
        for (int rank = 0; rank < suspects.size(); rank++) {
            LabelAudit.SuspectCell suspect = suspects.get(rank);
            String right = planted.get(suspect.cell().id());
            if (right != null) {
                soFar++;
                precisions += (double) soFar / (rank + 1);
                if (rank < first) {
                    found++;
                    rightlySuggested += right.equals(suspect.suspect().suggestedClass()) ? 1 : 0;
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d planted; %d suspects, %d of them planted; of the first %d: precision %.3f, recall %.3f, the right class"
                        + " suggested for %.3f of those found; mean precision %.3f%n",
                planted.size(),
                suspects.size(),
                soFar,
                first,
                (double) found / first,
                (double) found / planted.size(),
                (double) rightlySuggested / Math.max(1, found),
                precisions / planted.size());
    }
}
