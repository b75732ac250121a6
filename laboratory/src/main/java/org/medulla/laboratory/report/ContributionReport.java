package org.medulla.laboratory.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.contribution.Contribution;
import org.medulla.archive.contribution.ItemFinding;
import org.medulla.archive.contribution.Verdict;
import org.medulla.cytology.nomenclature.CellClass;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.laboratory.contribution.ContributionSummary;
import org.medulla.laboratory.contribution.FlaggedPicture;
import org.medulla.laboratory.contribution.Inspection;
import org.medulla.laboratory.report.ContributionPage.Box;
import org.medulla.laboratory.report.ContributionPage.Gallery;
import org.medulla.laboratory.report.ContributionPage.Part;
import org.medulla.laboratory.report.ContributionPage.Picture;
import org.medulla.vision.deidentification.TextLine;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.ImageDecoder;
import org.medulla.vision.image.RgbImage;

/**
 * What a contribution holds and what was found in it, as one self-contained HTML file for the steward. It shows what could tell who
 * a patient is.
 */
public final class ContributionReport {
    private static final int SHOWN = 24;
    private static final int SIDE = 200;
    private static final int QUALITY = 82;
    private static final Pattern OTHER = Pattern.compile("^(cell|picture) (\\d+)\\b.*");
    private static final int SHOWN_OF_UNMAPPED = 8;

    /** In which order pictures are shown: first what concerns patients, then what a steward decides, then the rest. */
    private static final List<Verdict> ORDER = List.of(
            Verdict.IDENTIFYING,
            Verdict.LETTERS,
            Verdict.NEAR_DUPLICATE,
            Verdict.TWO_CLASSES,
            Verdict.UNMAPPED,
            Verdict.TO_LOOK_AT,
            Verdict.DUPLICATE,
            Verdict.UNREADABLE);

    private final Archive archive;
    private final Inspection inspection;
    private final String version;
    private final Nomenclature nomenclature;

    /**
     * Reports a contribution.
     *
     * @param version of the program
     */
    public ContributionReport(Archive archive, Inspection inspection, String version) {
        this.archive = archive;
        this.inspection = inspection;
        this.version = version;
        this.nomenclature = archive.nomenclature();
    }

    /** The HTML. */
    public String html() {
        StringOutput output = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html).render("contribution.jte", page(), output);
        return output.toString();
    }

    private ContributionPage page() {
        Contribution contribution = inspection.contribution();
        ContributionSummary summary = inspection.summary();
        return new ContributionPage(
                "Contribution " + contribution.id() + ": " + contribution.plan().laboratory(),
                count(inspection.items().size()) + " pictures received "
                        + contribution.received().toString().substring(0, 10) + ", " + contribution.state(),
                cards(summary),
                bar(summary),
                summary.classes().stream().map(this::row).toList(),
                summary.kinds().stream().map(this::row).toList(),
                galleries(),
                List.of(
                        "A name that stands alone (\"schmidt.jpg\") is not told from another word, and letters that are turned, hardly"
                                + " brighter than an empty field, or much taller than 24 pixels are missed: what is good here was"
                                + " looked at by rules, not by a person.",
                        "A quality flag is a reason to look, not to refuse: each limit flags about one in a hundred published pictures.",
                        "Near duplicates are found where a picture was stored again, resized or brightened, not where it was turned,"
                                + " mirrored or cut."),
                facts(contribution),
                version);
    }

    private List<EvaluationPage.Card> cards(ContributionSummary summary) {
        long open = count(summary, Verdict.Way.OPEN);
        long never = count(summary, Verdict.Way.NEVER);
        long rest = inspection.items().size() - open - never;
        return List.of(
                card("Pictures", count(inspection.items().size()), summary.accepted() + " accepted"),
                card("Can be accepted at once", count(open), percent(open) + " of all"),
                card("Wait for a decision", count(rest), "a name, a class, letters, a likeness"),
                card("Cannot be accepted", count(never), "the same file, or no picture"));
    }

    private static EvaluationPage.Card card(String name, String value, String words) {
        return new EvaluationPage.Card(name, value, words, "");
    }

    private List<Part> bar(ContributionSummary summary) {
        List<Part> parts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            long pictures = summary.of(verdict);
            if (pictures > 0) {
                parts.add(new Part(
                        verdict.word(),
                        count(pictures),
                        String.format(
                                Locale.ROOT,
                                "%.2f",
                                100.0 * pictures / inspection.items().size()),
                        style(verdict)));
            }
        }
        return parts;
    }

    private ContributionPage.ClassRow row(ContributionSummary.WordCount word) {
        return new ContributionPage.ClassRow(
                word.word().orElse("(no word)"),
                word.code().map(nomenclature::current).orElse(Figures.NONE),
                word.code()
                        .map(nomenclature::current)
                        .flatMap(nomenclature::find)
                        .map(CellClass::name)
                        .orElse("say which class it means, in a class map"),
                count(word.pictures()),
                word.code().isPresent());
    }

    private ContributionPage.KindRow row(ContributionSummary.KindCount kind) {
        return new ContributionPage.KindRow(
                kind.check(),
                kind.kind(),
                count(kind.pictures()),
                percent(kind.pictures()),
                kind.verdict().todo(),
                style(kind.verdict()));
    }

    private List<Gallery> galleries() {
        List<Gallery> galleries = new ArrayList<>();
        for (Verdict verdict : ORDER) {
            int limit = verdict == Verdict.UNMAPPED ? SHOWN_OF_UNMAPPED : SHOWN;
            List<FlaggedPicture> pictures = inspection.pictures(item -> item.verdict() == verdict, limit);
            if (!pictures.isEmpty()) {
                long all = inspection.summary().of(verdict);
                galleries.add(new Gallery(
                        verdict.word().substring(0, 1).toUpperCase(Locale.ROOT)
                                + verdict.word().substring(1),
                        verdict.todo(),
                        style(verdict),
                        all > pictures.size()
                                ? "The first " + pictures.size() + " of " + count(all) + "; `medulla inbox show "
                                        + inspection.contribution().id() + " --flagged` lists all"
                                : count(all) + (all == 1 ? " picture" : " pictures"),
                        pictures.stream().map(this::picture).toList()));
            }
        }
        return galleries;
    }

    private Picture picture(FlaggedPicture flagged) {
        return new Picture(
                flagged.pixels().map(ContributionReport::uri).orElse(""),
                other(flagged).map(ContributionReport::uri).orElse(""),
                flagged.pixels()
                        .map(pixels -> flagged.letters().stream()
                                .map(line -> box(line, pixels))
                                .toList())
                        .orElse(List.of()),
                Long.toString(flagged.item().position()),
                flagged.path(),
                flagged.words(),
                inspection.decision(flagged.item()).map(d -> d.outcome().word()).orElse(""));
    }

    /** The picture that this one resembles or equals. */
    private Optional<RgbImage> other(FlaggedPicture flagged) {
        for (ItemFinding finding : flagged.item().findings()) {
            Matcher matcher = OTHER.matcher(finding.words());
            if (finding.check().equals("duplicates") && matcher.matches()) {
                long number = Long.parseLong(matcher.group(2));
                return matcher.group(1).equals("cell")
                        ? archive.cells()
                                .find(new CellId(number))
                                .flatMap(cell -> decoded(archive.images().bytes(cell)))
                        : inspection.pictures(item -> item.position() == number, 1).stream()
                                .flatMap(picture -> picture.pixels().stream())
                                .findFirst();
            }
        }
        return Optional.empty();
    }

    private static Optional<RgbImage> decoded(byte[] bytes) {
        return ImageDecoder.decode(bytes) instanceof Decoded.Image image
                ? Optional.of(image.pixels())
                : Optional.empty();
    }

    private static String uri(RgbImage picture) {
        double scale = Math.min(1, (double) SIDE / Math.max(picture.width(), picture.height()));
        RgbImage small = picture.resize((int) Math.max(1, Math.round(scale * picture.width())), (int)
                Math.max(1, Math.round(scale * picture.height())));
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(small.toJpeg(QUALITY));
    }

    private static Box box(TextLine line, RgbImage pixels) {
        return new Box(
                share(line.left() - 3, pixels.width()),
                share(line.top() - 3, pixels.height()),
                share(line.width() + 6, pixels.width()),
                share(line.height() + 6, pixels.height()));
    }

    private static String share(int part, int all) {
        return String.format(Locale.ROOT, "%.1f", 100.0 * Math.max(0, part) / all);
    }

    private static List<EvaluationPage.Fact> facts(Contribution contribution) {
        List<EvaluationPage.Fact> facts = new ArrayList<>(List.of(
                new EvaluationPage.Fact("Laboratory", contribution.plan().laboratory()),
                new EvaluationPage.Fact(
                        "Source of its cells", contribution.plan().source()),
                new EvaluationPage.Fact("Licence", contribution.plan().licence()),
                new EvaluationPage.Fact("Consent", contribution.plan().consent())));
        contribution.plan().contact().ifPresent(contact -> facts.add(new EvaluationPage.Fact("Contact", contact)));
        contribution.plan().classMap().ifPresent(map -> facts.add(new EvaluationPage.Fact("Class map", map)));
        contribution
                .plan()
                .micronsPerPixel()
                .ifPresent(
                        scale -> facts.add(new EvaluationPage.Fact("Micrometres per pixel", Double.toString(scale))));
        contribution.end().ifPresent(end -> {
            facts.add(new EvaluationPage.Fact("Other files, not taken in", count(end.otherFiles())));
            facts.add(new EvaluationPage.Fact("Digest", end.digest().hex()));
        });
        return facts;
    }

    private static long count(ContributionSummary summary, Verdict.Way way) {
        return summary.verdicts().entrySet().stream()
                .filter(entry -> entry.getKey().way() == way)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private String percent(long pictures) {
        return String.format(
                Locale.ROOT,
                "%.1f %%",
                100.0 * pictures / Math.max(1, inspection.items().size()));
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** The style of what follows: whether nothing, a look, a decision, or refusal. */
    private static String style(Verdict verdict) {
        return switch (verdict) {
            case GOOD -> "good";
            case TO_LOOK_AT -> "look";
            case NEAR_DUPLICATE, TWO_CLASSES, UNMAPPED -> "decide";
            case IDENTIFYING, LETTERS -> "tells";
            case DUPLICATE, UNREADABLE -> "never";
        };
    }
}
