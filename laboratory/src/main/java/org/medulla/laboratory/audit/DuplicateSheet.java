package org.medulla.laboratory.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.medulla.archive.Archive;
import org.medulla.laboratory.picture.CellPicture;
import org.medulla.laboratory.report.DuplicatesPage;
import org.medulla.laboratory.report.Miss;

/** Pairs of near-duplicates side by side, for a person to look at: what matters most comes first. */
public final class DuplicateSheet {
    /** So many pairs fit a page. */
    public static final int MOST = 200;

    private static final int SIDE = 180;
    private static final int QUALITY = 88;

    private DuplicateSheet() {}

    /** The page as HTML that needs no other file. */
    public static String html(Archive archive, DuplicateAudit.Audited audited, String version) {
        List<DuplicatesPage.Row> rows = audited.pairs().stream()
                .sorted(Comparator.comparing(
                                (DuplicateAudit.Pair pair) -> !(pair.isContradictory() && pair.isLeaking()))
                        .thenComparing(pair -> !pair.isContradictory())
                        .thenComparing(pair -> !pair.isLeaking()))
                .limit(MOST)
                .map(pair -> new DuplicatesPage.Row(
                        picture(archive, pair.one()),
                        picture(archive, pair.other()),
                        pair.found().similarity().isPresent()
                                ? String.format(
                                        Locale.ROOT,
                                        "%.3f",
                                        pair.found().similarity().getAsDouble())
                                : "unknown",
                        pair.found().bits() + " of 64",
                        pair.isContradictory(),
                        pair.isLeaking()))
                .toList();
        return new DuplicatesPage(audited.title(), summary(audited), rule(audited), advice(audited), rows, version)
                .html();
    }

    /** What was found, in a sentence. */
    public static String summary(DuplicateAudit.Audited audited) {
        return String.format(
                Locale.ROOT,
                "%,d pairs of near-duplicates among %,d cells; %,d bear different classes%s.",
                audited.pairs().size(),
                audited.cells(),
                audited.contradictory(),
                audited.folded()
                        ? String.format(Locale.ROOT, ", %,d stand in different folds", audited.leaking())
                        : "; folds were not looked at");
    }

    /** What counted as a near-duplicate, in sentences. */
    public static String rule(DuplicateAudit.Audited audited) {
        String rule = String.format(
                Locale.ROOT,
                "Near-duplicates: fingerprints that differ in at most %d of 64 bits in any of eight views, embeddings with a"
                        + " similarity of at least %.3f, or at most %d bits together with at least %.3f.",
                audited.limits().bitsAlone(),
                audited.limits().similarityAlone(),
                audited.limits().bits(),
                audited.limits().similarity());
        return audited.withoutEmbedding() == 0
                ? rule
                : rule
                        + String.format(
                                Locale.ROOT,
                                " Of %,d cells only fingerprints were compared: `medulla predict` gives them embeddings.",
                                audited.withoutEmbedding());
    }

    /** What to do about it, in sentences. */
    public static String advice(DuplicateAudit.Audited audited) {
        if (audited.pairs().isEmpty()) {
            return "Pictures that are shifted by a third, cut out anew or stained anew would not be found.";
        }
        return (audited.leaking() > 0
                        ? "A cell whose near-duplicate was learned from is no test: leave one of each pair out of the next"
                                + " dataset version, or split by what keeps them together. "
                        : "")
                + "Whether two pictures show one cell, a person decides: of look-alikes of one class the rule finds some.";
    }

    private static DuplicatesPage.Side picture(Archive archive, DuplicateAudit.Side side) {
        return new DuplicatesPage.Side(
                Miss.jpeg(CellPicture.of(archive, side.cell())
                        .pixels()
                        .resize(SIDE, SIDE)
                        .toJpeg(QUALITY)),
                side.cell().id().value(),
                side.classCode(),
                side.fold().isPresent() ? "fold " + side.fold().getAsInt() : "",
                side.cell().source(),
                side.cell().fileName());
    }
}
