package org.medulla.laboratory.contribution;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.medulla.archive.Archive;
import org.medulla.archive.contribution.Contribution;
import org.medulla.archive.contribution.ContributionItem;
import org.medulla.archive.contribution.Contributions;
import org.medulla.archive.contribution.InboxFolder;
import org.medulla.archive.contribution.ItemDecision;
import org.medulla.archive.contribution.ItemDecision.Outcome;
import org.medulla.archive.contribution.Verdict;
import org.medulla.archive.database.JobLock;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.intake.ImportPlan;
import org.medulla.archive.intake.Incoming;
import org.medulla.archive.intake.Intake;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.pipeline.OrderedWork;

/**
 * Brings pictures of a contribution into the collection, all or some of them, as often as a steward likes. Each becomes a cell and
 * accepted in one transaction; killed at any point and run again, it goes on with what is left.
 */
public final class Accepting {
    private static final int BATCH = 500;

    /** The layout's name in the import that brings the cells. */
    private static final String LAYOUT = "contribution";

    private final Archive archive;
    private final Contributions contributions;

    /** Accepts into this archive. */
    public Accepting(Archive archive) {
        this.archive = archive;
        this.contributions = archive.contributions();
    }

    /**
     * Accepts what can be accepted.
     *
     * @param words what class words mean, where that was not known when the contribution was received
     * @throws MedullaException USER when the contribution is unfinished or was sent back, a name is of no picture, or a picture that
     *     the steward names was accepted before
     */
    public AcceptanceReport run(long number, AcceptanceOrder order, ClassWords words, Progress progress) {
        try (JobLock _ = contributions.lock()) {
            Contribution contribution = open(number);
            List<ReceivedFile> files = ReceivedFiles.in(contributions.folder().files(number), words)
                    .pictures();
            Selection selection = select(contribution, order, files);
            Tally tally =
                    accept(contribution, order, acceptable(contribution, order, words, files, selection), progress);
            refuse(contribution, order, selection);
            Contribution now = contributions.get(number);
            if (!now.isWaiting()) {
                InboxFolder.delete(contributions.folder().of(number));
            }
            return new AcceptanceReport(
                    now,
                    tally.cellsByClass,
                    tally.cleaned,
                    tally.heldBack,
                    tally.reasons,
                    selection.excepted().size(),
                    contribution.accepted());
        }
    }

    private Contribution open(long number) {
        Contribution contribution = contributions.get(number);
        if (contribution.end().isEmpty()) {
            throw MedullaException.user("Contribution " + number
                    + " was not received to its end: run the same `medulla inbox receive` again.");
        }
        if (contribution.sentBack()) {
            throw MedullaException.user("What was left of contribution " + number
                    + " was sent back, and is here no more: receive it again when it comes again.");
        }
        if (!contribution.isWaiting()) {
            throw MedullaException.user(
                    "Contribution " + number + " was accepted as a whole: there is nothing left in it.");
        }
        return contribution;
    }

    private Selection select(Contribution contribution, AcceptanceOrder order, List<ReceivedFile> files) {
        PictureNames names = new PictureNames(files);
        Set<Long> accepted = contributions.decisions(contribution).values().stream()
                .filter(decision -> decision.outcome() == Outcome.ACCEPTED)
                .map(ItemDecision::position)
                .collect(Collectors.toCollection(HashSet::new));
        Set<Long> despite = names.find(order.despite());
        Set<Long> wanted = names.find(order.only());
        Set<Long> singled = new HashSet<>(despite);
        singled.addAll(names.find(order.only().stream()
                .filter(name -> name.indexOf('*') < 0 && name.indexOf('?') < 0)
                .toList()));
        singled.retainAll(accepted);
        if (!singled.isEmpty()) {
            throw MedullaException.user("Picture " + singled.iterator().next() + " of contribution " + contribution.id()
                    + " was accepted before: leave it out.");
        }
        if (order.only().isEmpty()) {
            files.forEach(file -> wanted.add(file.position()));
        } else {
            wanted.addAll(despite);
        }
        Set<Long> excepted = names.find(order.except());
        excepted.removeAll(accepted);
        wanted.removeAll(excepted);
        wanted.removeAll(accepted);
        return new Selection(wanted, despite, excepted);
    }

    private List<Acceptable> acceptable(
            Contribution contribution,
            AcceptanceOrder order,
            ClassWords words,
            List<ReceivedFile> files,
            Selection selection) {
        Map<Long, ReceivedFile> byPosition =
                files.stream().collect(Collectors.toMap(ReceivedFile::position, file -> file));
        List<Acceptable> all = new ArrayList<>();
        for (ContributionItem item : contributions.items(contribution)) {
            ReceivedFile file = byPosition.get(item.position());
            if (file != null && selection.wanted().contains(item.position())) {
                Optional<String> code =
                        item.classCode().or(() -> file.classWord().flatMap(words::code));
                all.add(new Acceptable(
                        file, item, code, selection.despite().contains(item.position()), order.cleaned()));
            }
        }
        return all;
    }

    private Tally accept(Contribution contribution, AcceptanceOrder order, List<Acceptable> all, Progress progress) {
        ImportPlan plan = new ImportPlan(
                contribution.plan().source(), contributions.folder().of(contribution.id()), LAYOUT, false);
        Tally tally = new Tally();
        Set<Digest> there = contributions.collection().stream()
                .map(Contributions.Fingerprint::digest)
                .collect(Collectors.toCollection(HashSet::new));
        try (Batch batch = new Batch(contribution, order, plan);
                Progress.Stage stage = progress.stage("Accepting", all.size())) {
            OrderedWork.onAllCores("Accepting")
                    .run(all.iterator(), one -> one.decide(contribution.plan().micronsPerPixel()), outcome -> {
                        switch (outcome) {
                            case Acceptable.Outcome.HeldBack held -> tally.hold(held);
                            case Acceptable.Outcome.Ready ready -> {
                                if (there.add(ready.image().facts().digest())) {
                                    batch.add(ready);
                                    tally.take(ready);
                                } else {
                                    tally.hold(new Acceptable.Outcome.HeldBack(
                                            ready.position(), Verdict.DUPLICATE, Verdict.DUPLICATE.todo()));
                                }
                            }
                        }
                        stage.advance(1);
                    });
            batch.finish();
        }
        return tally;
    }

    private void refuse(Contribution contribution, AcceptanceOrder order, Selection selection) {
        if (!selection.excepted().isEmpty()) {
            contributions.refuse(
                    contribution,
                    order.steward(),
                    selection.excepted().stream()
                            .sorted()
                            .map(position -> new ItemDecision(
                                    position, Outcome.REFUSED, Optional.empty(), Optional.empty(), order.reason()))
                            .toList());
        }
    }

    /** The pictures that are to be accepted, those among them in spite of findings, and those left out. */
    private record Selection(Set<Long> wanted, Set<Long> despite, Set<Long> excepted) {}

    /** What has been accepted and held back so far. */
    private static final class Tally {
        private final TreeMap<String, Long> cellsByClass = new TreeMap<>();
        private final TreeMap<Verdict, List<Long>> heldBack = new TreeMap<>();
        private final Map<Verdict, String> reasons = new EnumMap<>(Verdict.class);
        private long cleaned;

        void take(Acceptable.Outcome.Ready ready) {
            cellsByClass.merge(ready.image().file().classCode(), 1L, Long::sum);
            cleaned += ready.cleaned() ? 1 : 0;
        }

        void hold(Acceptable.Outcome.HeldBack held) {
            heldBack.computeIfAbsent(held.verdict(), verdict -> new ArrayList<>())
                    .add(held.position());
            reasons.putIfAbsent(held.verdict(), held.words());
        }
    }

    /** Pictures on their way into the collection; the import is begun with the first of them. */
    private final class Batch implements AutoCloseable {
        private final Contribution contribution;
        private final AcceptanceOrder order;
        private final ImportPlan plan;
        private final List<Acceptable.Outcome.Ready> waiting = new ArrayList<>();
        private Optional<Intake> intake = Optional.empty();

        Batch(Contribution contribution, AcceptanceOrder order, ImportPlan plan) {
            this.contribution = contribution;
            this.order = order;
            this.plan = plan;
        }

        void add(Acceptable.Outcome.Ready ready) {
            intake().keep(ready.bytes());
            waiting.add(ready);
            if (waiting.size() == BATCH) {
                store();
            }
        }

        /** Ends the import, also one that a kill left behind. */
        void finish() {
            store();
            if (intake.isPresent() || archive.imports().isUnfinished(plan)) {
                intake().finish();
            }
        }

        private Intake intake() {
            if (intake.isEmpty()) {
                intake = Optional.of(archive.intake(plan));
            }
            return intake.get();
        }

        private void store() {
            if (!waiting.isEmpty()) {
                intake().store(
                                List.<Incoming>copyOf(waiting.stream()
                                        .map(Acceptable.Outcome.Ready::image)
                                        .toList()),
                                "accept",
                                Contributions.words(contribution) + ", by " + order.steward(),
                                contributions.decisions(contribution, order.steward(), decisions()));
                waiting.clear();
            }
        }

        private List<ItemDecision> decisions() {
            return waiting.stream()
                    .map(ready -> new ItemDecision(
                            ready.position(),
                            Outcome.ACCEPTED,
                            Optional.of(ready.image().file().classCode()),
                            Optional.of(ready.image().facts().digest()),
                            ready.named() ? order.reason() : Optional.empty()))
                    .toList();
        }

        @Override
        public void close() {
            intake.ifPresent(Intake::close);
        }
    }
}
