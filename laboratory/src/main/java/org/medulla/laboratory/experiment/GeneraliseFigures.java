package org.medulla.laboratory.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.medulla.cytology.evaluation.Abstention;
import org.medulla.cytology.evaluation.AbstentionFigure;
import org.medulla.cytology.evaluation.Bootstrap;
import org.medulla.cytology.evaluation.Estimate;
import org.medulla.cytology.evaluation.Evaluation;
import org.medulla.cytology.evaluation.Metric;
import org.medulla.cytology.evaluation.PairedFigures;
import org.medulla.cytology.evaluation.Scores;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.experiment.Direction.Place;
import org.medulla.laboratory.report.DirectionFigures;
import org.medulla.laboratory.report.VariantFigures;

/** Computes all figures of a direction from the answers that are kept, and from nothing else. */
final class GeneraliseFigures {
    /** Only cells of shared classes are scored, and each of these counts, however few of its cells are in fold 0. */
    private static final int EVERY_CLASS = 1;

    private final Direction direction;
    private final VariantFolder folder;
    private final List<Variant> variants;

    GeneraliseFigures(Direction direction, VariantFolder folder, List<Variant> variants) {
        this.direction = direction;
        this.folder = folder;
        this.variants = List.copyOf(variants);
    }

    DirectionFigures compute(Progress progress) {
        List<JudgedCells> home = read(Place.HOME);
        List<JudgedCells> abroad = read(Place.ABROAD);
        List<String> shared = direction.shared();
        PairedFigures atHome = paired(home.stream().map(JudgedCells::scores).toList(), progress);
        PairedFigures everyClass =
                paired(abroad.stream().map(JudgedCells::scores).toList(), progress);
        PairedFigures sharedOnly =
                paired(abroad.stream().map(cells -> cells.scores(shared)).toList(), progress);
        List<VariantFigures> figures = new ArrayList<>();
        for (int v = 0; v < variants.size(); v++) {
            Variant variant = variants.get(v);
            String note = VariantTesting.note(variant, folder);
            figures.add(new VariantFigures(
                    variant.code(),
                    variant.title(),
                    note.isEmpty() ? variant.explanation() : variant.explanation() + " " + note,
                    variant instanceof Variant.Trained,
                    figure(atHome, v),
                    figure(everyClass, v),
                    figure(sharedOnly, v),
                    difference(everyClass, v),
                    difference(sharedOnly, v),
                    rightAccepted(abroad.get(v)),
                    oddness(abroad.get(v))));
        }
        return new DirectionFigures(
                direction.trained().version().name(),
                direction.tested().version().name(),
                direction.counts(),
                direction.home().size(),
                direction.abroad().size(),
                figures,
                Evaluation.of(
                        abroad.getFirst().scores(),
                        direction.nomenclature(),
                        Bootstrap.standard(),
                        EVERY_CLASS,
                        progress));
    }

    private List<JudgedCells> read(Place place) {
        return variants.stream()
                .map(variant -> JudgedCsv.read(folder.answers(variant, place)))
                .toList();
    }

    private PairedFigures paired(List<Scores> scores, Progress progress) {
        return PairedFigures.of(scores, direction.nomenclature(), Bootstrap.standard(), EVERY_CLASS, progress);
    }

    private static Estimate figure(PairedFigures figures, int variant) {
        return figures.figure(variant, Metric.BALANCED_ACCURACY)
                .orElseThrow(() -> new IllegalStateException("Cells of shared classes define it"));
    }

    private static Optional<Estimate> difference(PairedFigures figures, int variant) {
        return variant == 0 ? Optional.empty() : figures.difference(variant, 0, Metric.BALANCED_ACCURACY);
    }

    private static Optional<Estimate> rightAccepted(JudgedCells abroad) {
        JudgedCells right = abroad.right();
        return right.cells().isEmpty() ? Optional.empty() : figure(right, AbstentionFigure.SHARE_ACCEPTED);
    }

    private static Optional<Estimate> oddness(JudgedCells abroad) {
        return figure(abroad, AbstentionFigure.ODDNESS_ROC_AUC);
    }

    private static Optional<Estimate> figure(JudgedCells cells, AbstentionFigure figure) {
        return Optional.ofNullable(Abstention.of(cells.scores(), cells.verdicts(), Bootstrap.standard(), EVERY_CLASS)
                .figures()
                .get(figure));
    }
}
