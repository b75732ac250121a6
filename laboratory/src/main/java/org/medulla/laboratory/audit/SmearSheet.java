package org.medulla.laboratory.audit;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.Cell;
import org.medulla.archive.cell.CellId;
import org.medulla.laboratory.picture.CellPicture;
import org.medulla.laboratory.report.Miss;
import org.medulla.laboratory.report.SmearsPage;

/** The pseudo-smears of a dataset with some pictures of each, for a person to look at. */
public final class SmearSheet {
    private static final int EXAMPLES = 10;
    private static final int SIDE = 110;
    private static final int QUALITY = 85;

    private SmearSheet() {}

    /** The page as HTML that needs no other file. */
    public static String html(Archive archive, SmearAudit.Audited audited, String version) {
        List<SmearsPage.Row> rows = audited.groups().stream()
                .map(group -> new SmearsPage.Row(
                        group.number(),
                        String.format(Locale.ROOT, "%,d", group.cells().size()),
                        group.classMix(),
                        group.sourceMix(),
                        examples(archive, group.cells())))
                .toList();
        return new SmearsPage(audited.dataset(), summary(audited), warning(audited), rows, version).html();
    }

    /** What was found, in a sentence. */
    public static String summary(SmearAudit.Audited audited) {
        return String.format(
                Locale.ROOT,
                "%d pseudo-smears of %,d cells, silhouette %.2f.",
                audited.smears().count(),
                audited.smears().groups().size(),
                audited.smears().silhouette());
    }

    /** How to read it, in sentences. */
    public static String warning(SmearAudit.Audited audited) {
        return String.format(
                Locale.ROOT,
                "Pseudo-smears are groups of pictures with like background, stain and scanner, no smears. Whoever names each cell by the"
                        + " commonest class of its pseudo-smear is right in %.0f %% of cells, by the commonest class of all in %.0f %%:"
                        + " the more the two differ, the more a split by pseudo-smear parts classes as well.%s",
                100 * audited.classToldBySmear(),
                100 * audited.mostFrequentClass(),
                audited.smears().silhouette() < 0.25 ? " The groups part badly: take their borders lightly." : "");
    }

    private static List<String> examples(Archive archive, List<CellId> cells) {
        int count = Math.min(EXAMPLES, cells.size());
        List<CellId> chosen = IntStream.range(0, count)
                .mapToObj(i -> cells.get((int) ((long) i * cells.size() / count)))
                .toList();
        return archive.cells().find(chosen).stream()
                .map((Cell cell) -> Miss.jpeg(CellPicture.of(archive, cell)
                        .pixels()
                        .resize(SIDE, SIDE)
                        .toJpeg(QUALITY)))
                .toList();
    }
}
