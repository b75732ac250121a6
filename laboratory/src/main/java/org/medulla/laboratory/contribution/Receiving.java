package org.medulla.laboratory.contribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.contribution.Contribution;
import org.medulla.archive.contribution.ContributionItem;
import org.medulla.archive.contribution.ContributionPlan;
import org.medulla.archive.contribution.Contributions;
import org.medulla.archive.contribution.InboxFolder;
import org.medulla.archive.contribution.ItemFinding;
import org.medulla.archive.contribution.Verdict;
import org.medulla.archive.database.JobLock;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.pipeline.OrderedWork;

/**
 * Receives a contribution into the inbox: copies or unpacks what was sent, looks at every picture, and writes down what was found.
 * Nothing of it becomes a cell. Killed at any point and run again with the same plan, it goes on where it stopped, with the files
 * that it copied.
 */
public final class Receiving {
    private static final int BATCH = 250;

    private final Archive archive;
    private final UnpackLimits limits;

    /** Receives into the inbox of this archive. */
    public Receiving(Archive archive, UnpackLimits limits) {
        this.archive = archive;
        this.limits = limits;
    }

    /**
     * Receives a contribution.
     *
     * @throws MedullaException USER when there is nothing at its origin or no picture in it, DATA when its archive is damaged or
     *     hostile, RESOURCES when the disk is full
     */
    public Contribution run(ContributionPlan plan, ClassWords words, Progress progress) {
        Contributions contributions = archive.contributions();
        try (JobLock _ = contributions.lock()) {
            Contribution contribution = begin(contributions, plan, words, progress);
            ReceivedFiles files = ReceivedFiles.in(contributions.folder().files(contribution.id()), words);
            look(contributions, contribution, files, words, progress);
            return contributions.finish(contribution, files.otherFiles());
        }
    }

    /** The contribution with its files in their folder; a fact is written only when all of them could be copied. */
    private Contribution begin(
            Contributions contributions, ContributionPlan plan, ClassWords words, Progress progress) {
        InboxFolder inbox = contributions.folder();
        Optional<Contribution> unfinished = contributions.unfinished(plan);
        if (unfinished.isPresent()
                && Files.isDirectory(inbox.files(unfinished.get().id()))) {
            return unfinished.get();
        }
        InboxFolder.delete(inbox.incoming());
        try {
            Unpacking.unpack(plan.origin(), inbox.incoming(), limits, progress);
            if (ReceivedFiles.in(inbox.incoming(), words).pictures().isEmpty()) {
                throw MedullaException.user("There is no picture in " + plan.origin()
                        + " (JPEG, PNG, TIFF or BMP) and no manifest of pictures: check what was sent.");
            }
        } catch (RuntimeException e) {
            InboxFolder.delete(inbox.incoming());
            throw e;
        }
        Contribution contribution = unfinished.orElseGet(() -> contributions.begin(plan));
        Path files = inbox.files(contribution.id());
        try {
            Files.createDirectories(inbox.of(contribution.id()));
            Files.move(inbox.incoming(), files);
        } catch (IOException e) {
            throw MedullaException.resources("Could not write to " + files + ": check the disk, then run it again.", e);
        }
        return contribution;
    }

    private void look(
            Contributions contributions,
            Contribution contribution,
            ReceivedFiles files,
            ClassWords words,
            Progress progress) {
        SortedSet<Long> known = contributions.known(contribution);
        Resemblance resemblance = new Resemblance(contributions.collection());
        contributions.items(contribution).forEach(item -> remember(resemblance, item));
        List<ReceivedFile> open = files.pictures().stream()
                .filter(file -> !known.contains(file.position()))
                .toList();
        PictureCheck check = new PictureCheck(words);
        List<ContributionItem> batch = new ArrayList<>(BATCH);
        try (Progress.Stage stage =
                progress.stage("Looking at pictures", files.pictures().size())) {
            stage.advance(known.size());
            OrderedWork.onAllCores("Looking at pictures").run(open.iterator(), check::check, item -> {
                batch.add(compared(item, resemblance));
                remember(resemblance, item);
                if (batch.size() == BATCH) {
                    contributions.add(contribution, batch);
                    batch.clear();
                }
                stage.advance(1);
            });
        }
        if (!batch.isEmpty()) {
            contributions.add(contribution, batch);
        }
    }

    private static void remember(Resemblance resemblance, ContributionItem item) {
        item.image()
                .ifPresent(image -> resemblance.add(
                        new Resemblance.Place.InContribution(item.position(), item.path()),
                        image.digest(),
                        image.perceptualHash()));
    }

    /** The item with what it equals or resembles. */
    private ContributionItem compared(ContributionItem item, Resemblance resemblance) {
        Optional<Resemblance.Match> match = item.image().flatMap(i -> resemblance.find(i.digest(), i.perceptualHash()));
        if (match.isEmpty()) {
            return item;
        }
        List<ItemFinding> findings = new ArrayList<>(item.findings());
        findings.add(duplicate(match.get()));
        return new ContributionItem(
                item.position(), item.path(), item.bytes(), item.image(), item.classWord(), item.classCode(), findings);
    }

    private ItemFinding duplicate(Resemblance.Match match) {
        String where = switch (match.place()) {
            case Resemblance.Place.InCollection there ->
                archive.cells()
                        .find(new CellId(there.cell()))
                        .map(cell -> "cell " + there.cell() + ", " + cell.fileName() + " of " + cell.source())
                        .orElse("cell " + there.cell());
            case Resemblance.Place.InContribution there ->
                "picture " + there.position() + " of this contribution, " + there.path();
        };
        boolean inside = match.place() instanceof Resemblance.Place.InContribution;
        return new ItemFinding(
                "duplicates",
                inside ? "contribution" : "collection",
                match.same() ? "same file" : "looks the same",
                match.same() ? Verdict.DUPLICATE : Verdict.NEAR_DUPLICATE,
                match.same() ? where : where + " (" + match.bits() + " of 64 bits differ)");
    }
}
