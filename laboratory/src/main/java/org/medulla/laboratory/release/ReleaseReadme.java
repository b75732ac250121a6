package org.medulla.laboratory.release;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.medulla.archive.dataset.StoredSplit;
import org.medulla.cytology.dataset.SplitUnit;

/** {@code README.md}: what a release is and how to read it, for a person and for a program; and the words that other files share. */
final class ReleaseReadme {
    static final String RESEARCH_USE = "For Research Use Only. Not for use in diagnostic procedures.";

    private final ReleaseContent content;
    private final List<ReleasePart> parts;

    ReleaseReadme(ReleaseContent content, List<ReleasePart> parts) {
        this.content = content;
        this.parts = parts;
    }

    /** The release in two sentences. */
    static String description(ReleaseContent content) {
        int sources = content.cellsBySource().size();
        return String.format(
                Locale.ROOT,
                "%s of bone-marrow cytology, each the picture of one cell with its class (%s) and every reading of it, from"
                        + " %s. %s",
                many(content.cells().size(), "image"),
                many(content.cellsByClass().size(), "class"),
                many(sources, "source"),
                RESEARCH_USE);
    }

    /** The number of the release, MAJOR.MINOR.PATCH: its date. */
    static String number(ReleaseContent content) {
        return content.date().getYear() + "." + content.date().getMonthValue() + "."
                + content.date().getDayOfMonth();
    }

    /** How to cite it in a line. */
    static String citation(ReleaseContent content) {
        return CitationFile.creator(content.request()) + ": "
                + content.version().name() + ", " + content.date() + ", sha256:"
                + content.version().digest().hex();
    }

    /** What changed since the version before, in words. */
    static String changes(ReleaseChanges changes) {
        return String.format(
                Locale.ROOT,
                "Since %s (sha256:%s): %,d cells added, %,d removed, %,d relabelled.",
                changes.since().name(),
                changes.since().digest().hex(),
                changes.added(),
                changes.removed(),
                changes.relabelled());
    }

    String text() {
        StringBuilder text = new StringBuilder();
        frontMatter(text);
        text.append("# ")
                .append(content.version().name())
                .append("\n\n")
                .append(description(content))
                .append("\n\n");
        text.append("| | |\n|---|---|\n");
        row(
                text,
                "dataset version",
                content.version().name() + ", frozen " + content.version().created());
        row(text, "digest", "`" + content.version().digest().hex() + "` (the SHA-256 of `dataset.csv`)");
        row(text, "cells were chosen by", content.version().query());
        row(text, "released", content.date() + ", by " + content.request().program());
        row(text, "creator", CitationFile.creator(content.request()));
        content.request().url().ifPresent(url -> row(text, "published at", url));
        text.append('\n');
        cautions(text);
        files(text);
        columns(text);
        text.append("## Read it\n\n")
                .append(ReleaseExamples.python(content.request().form()))
                .append('\n');
        classes(text);
        sources(text);
        splits(text);
        content.changes()
                .ifPresent(changes -> text.append("## Changes\n\n")
                        .append(changes(changes))
                        .append(" `changes.csv` lists them.\n\n"));
        text.append(
                "## Check a copy\n\n`sha256sum -c manifest-sha256.txt` compares every file; `medulla release check .` also"
                        + " looks inside.\n");
        return text.toString();
    }

    private void frontMatter(StringBuilder text) {
        text.append("---\npretty_name: ")
                .append(CitationFile.quoted(content.version().name()))
                .append('\n');
        List<String> licences = content.licences();
        boolean one = licences.size() == 1 && !licences.getFirst().equals(Licences.UNKNOWN);
        text.append("license: ")
                .append(one ? licences.getFirst().toLowerCase(Locale.ROOT) : licences.size() == 1 ? "unknown" : "other")
                .append('\n');
        text.append("task_categories:\n- image-classification\ntags:\n- biology\n- medical\n- cytology\n");
        switch (content.request().form()) {
            case FOLDER -> {}
            case TAR -> text.append("configs:\n- config_name: default\n  data_files: \"medulla-*.tar\"\n");
            case PARQUET -> text.append("configs:\n- config_name: default\n  data_files: \"medulla-*.parquet\"\n");
        }
        text.append("---\n\n");
    }

    private void cautions(StringBuilder text) {
        text.append("## Before you use it\n\n- ").append(RESEARCH_USE).append('\n');
        if (content.licences().contains(Licences.UNKNOWN)) {
            text.append(
                    "- The licence of some or all images is **unknown** (column `licence`): ask before you share them.\n");
        }
        long unknown = content.cells().stream()
                .filter(cell -> cell.details().patient().isEmpty())
                .count();
        if (unknown > 0) {
            text.append("- The patient of ")
                    .append(many(unknown, "cell"))
                    .append(
                            " is unknown: cells of one person can stand on both sides of a split, which flatters every figure.\n");
        }
        if (content.version().contradictions() > 0) {
            text.append("- ")
                    .append(many(content.version().contradictions(), "image"))
                    .append(
                            " came under several classes; `annotations.csv` has them all, the first one counts until a reader"
                                    + " reviews it.\n");
        }
        text.append('\n');
    }

    private void files(StringBuilder text) {
        text.append("## Files\n\n| file | what |\n|---|---|\n");
        switch (content.request().form()) {
            case FOLDER ->
                row(text, "`images/<CLASS>/`", "the image files; a class of more than 1000 has folders by thousands");
            case TAR ->
                row(text, "`medulla-*.tar`", many(parts.size(), "shard") + " (WebDataset): KEY.jpg, KEY.json, KEY.cls");
            case PARQUET ->
                row(text, "`medulla-*.parquet`", many(parts.size(), "file") + ", a row for each cell, image included");
        }
        row(text, "`cells.csv`", "a line for each cell: class, path, fold, source, licence and what else is known");
        row(text, "`annotations.csv`", "every class that a reader gave a cell, the oldest first, up to the freezing");
        row(text, "`decisions.csv`", "what was decided of cells that several readers read, up to the freezing");
        row(text, "`dataset.csv`", "the list that was frozen; its SHA-256 is the digest of the dataset version");
        row(text, "`abbreviations.csv`", "code, name and number of each class");
        if (!content.splits().isEmpty()) {
            row(text, "`splits/`", "a line `<sha256> <fold>` for each cell; a file's SHA-256 is the split's digest");
        }
        content.changes().ifPresent(changes -> row(text, "`changes.csv`", "what changed since the version before"));
        row(text, "`release.json`", "the facts of this release");
        row(text, "`croissant.json`", "the same for data set loaders: Croissant 1.1 (JSON-LD)");
        row(text, "`datasheet.md`", "where the data come from, what they are for and what is not known of them");
        row(text, "`CITATION.cff`", "how to cite it");
        row(text, "`manifest-sha256.txt`", "the SHA-256 of every other file");
        text.append('\n');
    }

    private static void columns(StringBuilder text) {
        text.append("## Columns\n\n`cells.csv`: `")
                .append(String.join("`, `", CellsCsv.COLUMNS))
                .append(
                        "`. `sha256` is that of the image file and names the cell everywhere; `path` is where the image is;"
                                + " `fold` is that of the newest split; `file_name` is the name at the source; `extra` is a JSON object"
                                + " with further columns of the source. An empty value is unknown.\n\n`annotations.csv`: `")
                .append(String.join("`, `", LabelReading.COLUMNS))
                .append(
                        "`. `imported` is `yes` where the class came with the file and `no` where a person reviewed the cell."
                                + " A reading in a session counts only by what is decided from it.\n\n`decisions.csv`: `")
                .append(String.join("`, `", LabelDecision.COLUMNS))
                .append(
                        "`. `class` is `-` where there was no consensus; `votes` is a JSON object that says how many readers gave"
                                + " each class; `certainty` is a number from 0 to 1.\n\nA cell's class is that of its newest review or"
                                + " decision, whichever came later, or else of its oldest annotation.\n\n");
    }

    private void classes(StringBuilder text) {
        ClassList list = ClassList.of(content);
        text.append("## Classes\n\n| code | name | number | cells |\n|---|---|---:|---:|\n");
        list.codes().stream()
                .filter(code -> list.cells(code) > 0)
                .forEach(code -> text.append(String.format(
                                Locale.ROOT,
                                "| %s | %s | %d | %,d |%n",
                                code,
                                list.name(code),
                                list.number(code),
                                list.cells(code))
                        .replace(System.lineSeparator(), "\n")));
        text.append('\n');
    }

    private void sources(StringBuilder text) {
        text.append("## Sources\n\n| source | cells | licence |\n|---|---:|---|\n");
        content.cellsBySource()
                .forEach((source, cells) -> text.append("| ")
                        .append(source)
                        .append(" | ")
                        .append(cells)
                        .append(" | ")
                        .append(content.licence(source))
                        .append(" |\n"));
        text.append('\n');
    }

    private void splits(StringBuilder text) {
        if (content.splits().isEmpty()) {
            return;
        }
        text.append("## Splits\n\n| file | dealt | folds | seed | digest |\n|---|---|---:|---:|---|\n");
        Set<SplitUnit> units = new TreeSet<>();
        for (int number = 0; number < content.splits().size(); number++) {
            StoredSplit split = content.splits().get(number);
            units.add(split.split().plan().unit());
            text.append(String.format(
                    Locale.ROOT,
                    "| `%s` | by %s | %d | %d | `%s` |\n",
                    content.splitFile(number),
                    split.split().plan().unit().word(),
                    split.split().plan().folds(),
                    split.split().plan().seed(),
                    split.digest().hex()));
        }
        text.append("\nThe last one is in use: its folds stand in `cells.csv`.");
        if (units.contains(SplitUnit.FIXED)) {
            text.append(" In a `fixed` split, fold 0 is a test part that somebody listed.");
        }
        text.append("\n\n");
    }

    private static void row(StringBuilder text, String left, String right) {
        text.append("| ").append(left).append(" | ").append(right).append(" |\n");
    }

    static String many(long count, String word) {
        String plural = word.endsWith("s") ? word + "es" : word + "s";
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? word : plural);
    }
}
