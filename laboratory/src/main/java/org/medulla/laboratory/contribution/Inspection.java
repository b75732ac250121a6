package org.medulla.laboratory.contribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.medulla.archive.Archive;
import org.medulla.archive.contribution.Contribution;
import org.medulla.archive.contribution.ContributionItem;
import org.medulla.archive.contribution.ItemDecision;

/** What a steward sees of a contribution. While its files are in the inbox that is more than what is written down. */
public final class Inspection {
    private final Contribution contribution;
    private final List<ContributionItem> items;
    private final Map<Long, ItemDecision> decisions;
    private final Map<Long, ReceivedFile> files;

    /** Looks into a contribution. */
    public Inspection(Archive archive, Contribution contribution) {
        this.contribution = contribution;
        this.items = archive.contributions().items(contribution);
        this.decisions = archive.contributions().decisions(contribution);
        ClassWords words = ClassWords.of(Optional.empty(), archive.nomenclature());
        this.files = contribution.isWaiting()
                ? ReceivedFiles.in(archive.contributions().folder().files(contribution.id()), words).pictures().stream()
                        .collect(Collectors.toMap(ReceivedFile::position, Function.identity()))
                : Map.of();
    }

    /** The contribution. */
    public Contribution contribution() {
        return contribution;
    }

    /** Its pictures in their order. */
    public List<ContributionItem> items() {
        return items;
    }

    /** What was decided of a picture. */
    public Optional<ItemDecision> decision(ContributionItem item) {
        return Optional.ofNullable(decisions.get(item.position()));
    }

    /** What is in it, counted. */
    public ContributionSummary summary() {
        return ContributionSummary.of(items, decisions);
    }

    /** Where a picture lay in what was sent; by number where its files are gone and the path told something. */
    public String path(ContributionItem item) {
        ReceivedFile file = files.get(item.position());
        return file == null ? item.path() : file.path();
    }

    /** The first pictures for which something holds, with all that there is to see of them; none when its files are gone. */
    public List<FlaggedPicture> pictures(Predicate<ContributionItem> wanted, int limit) {
        List<FlaggedPicture> found = new ArrayList<>();
        for (ContributionItem item : items) {
            ReceivedFile file = files.get(item.position());
            if (found.size() < limit && file != null && wanted.test(item)) {
                found.add(FlaggedPicture.of(item, file));
            }
        }
        return found;
    }
}
