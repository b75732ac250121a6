package org.medulla.laboratory.audit;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.Cell;
import org.medulla.cytology.evaluation.Scores;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;
import org.medulla.cytology.suspect.Suspect;
import org.medulla.cytology.suspect.Suspects;
import org.medulla.laboratory.experiment.OutOfFold;
import org.medulla.laboratory.experiment.PublishedExperiment;
import org.medulla.laboratory.experiment.PublishedRequest;

/**
 * Looks for cells of a dataset whose class is probably wrong. Methods learn from all folds but one and name the cells of that one; where they
 * contradict a cell's class it is suspect. A model that learned from the labels would only repeat them.
 */
public final class LabelAudit {
    private final Archive archive;
    private final PublishedExperiment experiment;

    /**
     * Audits datasets of an archive.
     *
     * @param programVersion which Medulla this is, for the provenance of the networks that are trained
     * @param teller hears, a sentence each, what a person should know
     */
    public LabelAudit(Archive archive, String programVersion, InstantSource clock, Consumer<String> teller) {
        this.archive = archive;
        this.experiment = new PublishedExperiment(archive, programVersion, clock, teller);
    }

    /**
     * The suspects of a dataset, the most suspect first. What is finished is kept, and not made again after a kill.
     *
     * @throws MedullaException USER for a dataset that is not there or is split into another number of folds
     */
    public Audited run(PublishedRequest request, Progress progress) {
        OutOfFold said = experiment.outOfFold(request, progress);
        Suspects suspects = Suspects.of(said.scores());
        List<SuspectCell> cells = new ArrayList<>();
        for (Suspect suspect : suspects.ranked()) {
            cells.add(cell(said, suspect));
        }
        return new Audited(cells, suspects);
    }

    private SuspectCell cell(OutOfFold said, Suspect suspect) {
        Cell cell = archive.cells()
                .find(said.cells().get(suspect.index()))
                .orElseThrow(() -> MedullaException.data(
                        "A cell of the dataset is no longer in the archive: run" + " `medulla verify`."));
        Scores scores = said.scores();
        return new SuspectCell(
                cell,
                suspect,
                scores.probability(suspect.index(), scores.classes().indexOf(suspect.givenClass())),
                scores.probability(suspect.index(), scores.classes().indexOf(suspect.suggestedClass())));
    }

    /**
     * A cell whose class is probably wrong.
     *
     * @param cell the cell as it is now
     * @param suspect the class it has in the dataset, the one that is suggested, and how suspect it is
     * @param probabilityOfGiven what the methods give the class that it has
     * @param probabilityOfSuggested what they give the one that is suggested
     */
    public record SuspectCell(Cell cell, Suspect suspect, double probabilityOfGiven, double probabilityOfSuggested) {}

    /**
     * What an audit found.
     *
     * @param cells the suspects, the most suspect first
     * @param suspects the same with what was found out about each class
     */
    public record Audited(List<SuspectCell> cells, Suspects suspects) {
        public Audited {
            cells = List.copyOf(cells);
        }
    }
}
