package org.medulla.vision.familiarity;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.medulla.cytology.abstention.AcceptanceLimit;
import org.medulla.cytology.abstention.ConformalSets;
import org.medulla.cytology.abstention.OddnessScale;

/**
 * What a model knows about the cells that it knows. The novelty comes from cells that were learned from, whose embeddings lie closer
 * together than those of any others; so all that is measured by it is set by cells of the validation part.
 *
 * @param novelty where the cells lie that were learned from
 * @param acceptance what the validation part tells about later cells
 * @param origins where those cells came from; none where they came from one source
 */
public record Familiarity(Novelty novelty, Acceptance acceptance, Origins origins) {
    /** How many cells of each class from each source are enough to find the novelty. */
    public static final int SAMPLE_OF_EACH_CLASS = 100;

    /** Fewer cells of a class from a source have no centre of their own. */
    private static final int LEAST_AROUND_A_CENTRE = 8;

    /** The share of wrong answers among the accepted ones that is aimed at. */
    public static final double WANTED_ERROR = 0.05;

    /** The share of cells of each class whose set is to hold it. */
    public static final double LEVEL = 0.9;

    /** With fewer cells of the validation part there is no saying what is odd. */
    private static final int LEAST_VALIDATION = 50;

    /**
     * Cells as a network sees them, averaged over the views as in any later use.
     *
     * @param embeddings of each cell
     * @param probabilities of each cell by class, after calibration; those of learned cells are not used and may be absent
     * @param labels the right class of each
     * @param sources the place of the source of each
     */
    public record Seen(
            List<float[]> embeddings, List<float[]> probabilities, List<Integer> labels, List<Integer> sources) {
        public Seen {
            sources = List.copyOf(sources);
            embeddings = List.copyOf(embeddings);
            probabilities = List.copyOf(probabilities);
            labels = List.copyOf(labels);
        }

        /** Cells of one source. */
        public Seen(List<float[]> embeddings, List<float[]> probabilities, List<Integer> labels) {
            this(embeddings, probabilities, labels, Collections.nCopies(labels.size(), 0));
        }
    }

    /**
     * The familiarity of a network.
     *
     * @param learned some cells that were learned from, without augmentation
     * @param validation all cells of the validation part
     * @param classes how many classes there are
     * @param sources all sources, as the places of the learned cells have it
     * @return empty when there are fewer than {@value #LEAST_VALIDATION} validation cells, or fewer learned cells than twice the
     *     classes
     */
    public static Optional<Familiarity> of(Seen learned, Seen validation, int classes, List<KnownSource> sources) {
        int cells = validation.labels().size();
        if (cells < LEAST_VALIDATION || learned.labels().size() < 2 * classes) {
            return Optional.empty();
        }
        CentreGroups groups = CentreGroups.of(learned.labels(), learned.sources(), LEAST_AROUND_A_CENTRE);
        Novelty novelty = NoveltyFit.fit(groups.members(learned.embeddings()), groups.ofMembers());
        NoveltyMeter meter = new NoveltyMeter(novelty);
        double[] doubts = validation.probabilities().stream()
                .mapToDouble(Acceptance::doubt)
                .toArray();
        double[] novelties =
                validation.embeddings().stream().mapToDouble(meter::measure).toArray();
        Spread doubt = Spread.of(doubts);
        Spread spread = Spread.of(novelties);
        double[] oddness = new double[cells];
        boolean[] right = new boolean[cells];
        for (int cell = 0; cell < cells; cell++) {
            oddness[cell] = Acceptance.sum(doubt, spread, doubts[cell], novelties[cell]);
            right[cell] = Judge.best(validation.probabilities().get(cell))
                    == validation.labels().get(cell);
        }
        OddnessScale scale = OddnessScale.of(oddness);
        for (int cell = 0; cell < cells; cell++) {
            oddness[cell] = scale.at(oddness[cell]);
        }
        return Optional.of(new Familiarity(
                novelty,
                new Acceptance(
                        doubt,
                        spread,
                        scale,
                        AcceptanceLimit.find(oddness, right, WANTED_ERROR),
                        ConformalSets.calibrate(
                                validation.probabilities().toArray(float[][]::new),
                                validation.labels().stream()
                                        .mapToInt(Integer::intValue)
                                        .toArray(),
                                classes,
                                LEVEL)),
                sources.size() < 2 ? Origins.NONE : new Origins(sources, groups.sources())));
    }
}
