package org.medulla.laboratory.contribution;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.medulla.archive.Archive;
import org.medulla.archive.contribution.Contribution;
import org.medulla.archive.contribution.ContributionItem;
import org.medulla.archive.contribution.Contributions;
import org.medulla.archive.contribution.InboxFolder;
import org.medulla.archive.contribution.ItemDecision;
import org.medulla.archive.contribution.ItemFinding;
import org.medulla.archive.contribution.Verdict;
import org.medulla.archive.database.JobLock;
import org.medulla.cytology.job.MedullaException;

/**
 * Sends what is left of a contribution back to its laboratory: a letter and a list that say for each picture what is wrong and what
 * to do. Then the files go from the inbox, for they may name patients.
 */
public final class SendingBack {
    /** The letter's name in its folder. */
    public static final String LETTER = "letter.txt";

    /** The list's name in its folder. */
    public static final String LIST = "pictures.csv";

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private final Archive archive;

    /** Sends back from the inbox of this archive. */
    public SendingBack(Archive archive) {
        this.archive = archive;
    }

    /**
     * Writes the letter and the list, notes the decision, and deletes the files.
     *
     * @return how many pictures go back
     * @throws MedullaException USER when there is nothing left, no reason is given, or the folder holds a letter already
     */
    public long run(long number, String steward, String reason, Path folder) {
        if (steward.isBlank() || reason.isBlank()) {
            throw MedullaException.user(
                    "The laboratory has to know who sends it back and why: give --steward and --reason.");
        }
        Contributions contributions = archive.contributions();
        try (JobLock _ = contributions.lock()) {
            Contribution contribution = contributions.get(number);
            if (contribution.end().isEmpty()) {
                throw MedullaException.user("Contribution " + number
                        + " was not received to its end: run the same `medulla inbox receive` again first.");
            }
            if (!contribution.isWaiting()) {
                InboxFolder.delete(contributions.folder().of(number));
                throw MedullaException.user(
                        "There is nothing left of contribution " + number + " (it is " + contribution.state() + ").");
            }
            if (Files.exists(folder.resolve(LETTER))) {
                throw MedullaException.user(folder + " holds a letter already: choose a new folder.");
            }
            Map<Long, ItemDecision> decisions = contributions.decisions(contribution);
            List<ContributionItem> back = contributions.items(contribution).stream()
                    .filter(item -> !isAccepted(decisions, item))
                    .toList();
            write(folder, contribution, back, decisions, steward, reason);
            contributions.sendBack(contribution, steward, reason);
            InboxFolder.delete(contributions.folder().of(number));
            return back.size();
        }
    }

    private static boolean isAccepted(Map<Long, ItemDecision> decisions, ContributionItem item) {
        ItemDecision decision = decisions.get(item.position());
        return decision != null && decision.outcome() == ItemDecision.Outcome.ACCEPTED;
    }

    private void write(
            Path folder,
            Contribution contribution,
            List<ContributionItem> back,
            Map<Long, ItemDecision> decisions,
            String steward,
            String reason) {
        ClassWords words = ClassWords.of(Optional.empty(), archive.nomenclature());
        Map<Long, String> paths =
                ReceivedFiles.in(archive.contributions().folder().files(contribution.id()), words).pictures().stream()
                        .collect(Collectors.toMap(ReceivedFile::position, ReceivedFile::path));
        try {
            Files.createDirectories(folder);
            try (BufferedWriter writer = Files.newBufferedWriter(folder.resolve(LIST));
                    CSVPrinter list = new CSVPrinter(writer, FORMAT)) {
                list.printRecord("number", "file", "class_word", "verdict", "what_is_wrong", "what_to_do");
                for (ContributionItem item : back) {
                    ItemDecision decision = decisions.get(item.position());
                    list.printRecord(
                            item.position(),
                            paths.getOrDefault(item.position(), item.path()),
                            item.classWord().orElse(""),
                            item.verdict().word(),
                            wrong(item)
                                    + (decision == null
                                            ? ""
                                            : decision.reason()
                                                    .map(r -> "; left out: " + r)
                                                    .orElse("; left out")),
                            todo(item));
                }
            }
            Files.writeString(folder.resolve(LETTER), letter(contribution, back, steward, reason));
        } catch (IOException e) {
            throw MedullaException.resources(
                    "The letter could not be written to " + folder + ": free space or choose another folder.", e);
        }
    }

    private static String wrong(ContributionItem item) {
        return item.findings().stream().map(SendingBack::words).distinct().collect(Collectors.joining("; "));
    }

    private static String words(ItemFinding finding) {
        String where = finding.check().equals("quality") ? "" : " (" + finding.where() + ")";
        return finding.kind() + where + (finding.words().isEmpty() ? "" : ": " + finding.words());
    }

    private static String todo(ContributionItem item) {
        return item.findings().stream()
                .map(finding -> Letter.todo(finding.verdict()))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String letter(
            Contribution contribution, List<ContributionItem> back, String steward, String reason) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "To: %s%s%nFrom: %s%n%nOf your contribution of %s (number %d, %,d pictures, %s) %,d pictures were accepted, and %,d come"
                        + " back with this letter.%n%nReason: %s%n",
                contribution.plan().laboratory(),
                contribution.plan().contact().map(contact -> ", " + contact).orElse(""),
                steward,
                contribution.received().toString().substring(0, 10),
                contribution.id(),
                contribution.end().orElseThrow().files(),
                contribution.plan().licence(),
                contribution.accepted(),
                back.size(),
                reason));
        ContributionSummary summary = ContributionSummary.of(back, Map.of());
        if (!summary.kinds().isEmpty()) {
            text.append(String.format(Locale.ROOT, "%nWhat was found in them, and what to do:%n"));
            for (ContributionSummary.KindCount kind : summary.kinds()) {
                text.append(String.format(
                        Locale.ROOT,
                        "%,8d  %s: %s. %s.%n",
                        kind.pictures(),
                        kind.check(),
                        kind.kind(),
                        capital(Letter.todo(kind.verdict()))));
            }
        }
        List<ContributionSummary.WordCount> unknown =
                summary.classes().stream().filter(word -> word.code().isEmpty()).toList();
        if (!unknown.isEmpty()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%nClass words that we do not know; add a line \"word,code\" for each to a class map:%n"));
            unknown.forEach(word -> text.append(String.format(
                    Locale.ROOT, "%,8d  %s%n", word.pictures(), word.word().orElse("(no word)"))));
        }
        text.append(String.format(
                Locale.ROOT,
                "%nThe list %s has a line for each picture with the name of its file. It names your files as you did: keep it where"
                        + " names of patients may be kept. We deleted our copy of these pictures.%n",
                LIST));
        return text.toString();
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** What a laboratory is asked to do, in a clause. */
    private static final class Letter {
        static String todo(Verdict verdict) {
            return switch (verdict) {
                case GOOD -> "nothing to do";
                case TO_LOOK_AT -> "look at it, and send a better picture where there is one";
                case NEAR_DUPLICATE -> "keep one of the two, or tell us why both are needed";
                case TWO_CLASSES -> "tell us which class is right, in a manifest with the columns path and class";
                case IDENTIFYING ->
                    "remove it: write pictures without EXIF and comments, name files and folders by pseudonyms, leave such columns out";
                case LETTERS -> "export the picture without letters drawn into it";
                case UNMAPPED -> "tell us which class the word means";
                case DUPLICATE -> "nothing to do: we have it";
                case UNREADABLE -> "send the picture again from the original";
            };
        }
    }
}
