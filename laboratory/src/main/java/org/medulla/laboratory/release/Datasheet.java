package org.medulla.laboratory.release;

import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.medulla.archive.cell.CellDetails;

/**
 * {@code datasheet.md}: the questions of Gebru et al., Datasheets for Datasets (2021), answered from what the archive knows. What
 * it does not know is said to be unknown, not guessed.
 */
final class Datasheet {
    private static final String UNKNOWN = "Unknown: the archive has no record of it.";

    private final ReleaseContent content;
    private final StringBuilder text = new StringBuilder();

    Datasheet(ReleaseContent content) {
        this.content = content;
    }

    String text() {
        text.append("# Datasheet of ").append(content.version().name()).append("\n\n");
        text.append("Answers follow from the archive's records as of ")
                .append(content.version().created())
                .append(". Whoever publishes the release adds what only people know.\n\n");
        motivation();
        composition();
        collection();
        labelling();
        uses();
        distribution();
        maintenance();
        return text.toString();
    }

    private void motivation() {
        heading("Motivation");
        answer("Why was it made?", UNKNOWN);
        answer("Who made it?", content.request().creator().orElse(UNKNOWN));
        answer("Who paid for it?", UNKNOWN);
    }

    private void composition() {
        heading("Composition");
        answer("What is one item?", "The picture of one cell of a smear, with its class and all readings of it.");
        answer(
                "How many are there?",
                ReleaseReadme.many(content.cells().size(), "cell") + ": " + list(content.cellsByClass()) + ".");
        answer(
                "Is it a sample of something larger?",
                "The cells are those of an archive that answered \""
                        + content.version().query()
                        + "\". How the sources chose them is unknown, and so is whether classes are as frequent here as in marrow.");
        answer(
                "What is known of each cell?",
                String.join(
                        "\n",
                        known("patient (pseudonym)", CellDetails::patient),
                        known("smear", CellDetails::smear),
                        known("diagnosis", CellDetails::diagnosis),
                        known("stain", CellDetails::stain),
                        known("scanner", CellDetails::scanner),
                        known(
                                "microns per pixel",
                                details ->
                                        details.micronsPerPixel().isPresent() ? Optional.of("") : Optional.empty())));
        answer("Pixels?", sizes());
        answer(
                "Are there errors?",
                content.version().contradictions() == 0
                        ? "No image came under two classes. Wrong labels cannot be ruled out."
                        : ReleaseReadme.many(content.version().contradictions(), "image")
                                + " came under two classes or more. Other wrong labels cannot be ruled out.");
        answer(
                "Are there recommended splits?",
                content.split()
                        .map(split -> "The newest split, by "
                                + split.split().plan().unit().word() + " into "
                                + split.split().plan().folds() + " folds.")
                        .orElse("None was made."));
        answer(
                "Does it hold personal data?",
                "No names are meant to be in it; patients are pseudonyms given by the sources. Free columns (`extra`) are"
                        + " passed on as the sources wrote them and were not read by a person for this sheet.");
    }

    private void collection() {
        heading("Collection");
        answer("Where do the images come from?", list(content.cellsBySource()) + ".");
        answer("Over what time, by whom, with what consent and review?", UNKNOWN);
        answer(
                "What was done to the images?",
                "Nothing by this program: the bytes are those that the sources delivered.");
    }

    private void labelling() {
        heading("Labelling");
        answer(
                "Who gave the classes?",
                "The readers named in `annotations.csv`; a source stands for readers it did not name.");
        answer(
                "How do readings become one class?",
                "The newest review or decision counts, or else the oldest annotation. `decisions.csv` says by which rule each"
                        + " decision was made. All readings and decisions up to the freezing are kept.");
        answer(
                "How well do readers agree?",
                "It can be computed from `annotations.csv` where cells have several readers.");
    }

    private void uses() {
        heading("Uses");
        answer("What is it for?", "Research on telling the cells of bone marrow apart. " + ReleaseReadme.RESEARCH_USE);
        answer(
                "What is it not for?",
                "Finding the share of classes in a patient: how the cells were chosen is not recorded.");
        long unknown = content.cells().stream()
                .filter(cell -> cell.details().patient().isEmpty())
                .count();
        answer(
                "What may mislead?",
                unknown == 0
                        ? "Stain, scanner and source may differ between classes; a network may learn them instead of the cell."
                        : "The patient of " + ReleaseReadme.many(unknown, "cell")
                                + " is unknown, so cells of one person may be on both sides of a split. Stain, scanner and source"
                                + " may differ between classes; a network may learn them instead of the cell.");
    }

    private void distribution() {
        heading("Distribution");
        answer(
                "Under which licence?",
                content.cellsBySource().keySet().stream()
                        .map(source -> "- " + source + ": " + content.licence(source))
                        .collect(Collectors.joining("\n")));
        answer("Where is it?", content.request().url().orElse(UNKNOWN));
        answer(
                "How is it known to be unchanged?",
                "By `manifest-sha256.txt`; the dataset version's digest is `"
                        + content.version().digest().hex() + "`.");
    }

    private void maintenance() {
        heading("Maintenance");
        answer("Who keeps it?", content.request().creator().orElse(UNKNOWN));
        answer(
                "Will it change?",
                "This version never does. A corrected one is another version, with a list of what changed."
                        + content.changes()
                                .map(changes -> " " + ReleaseReadme.changes(changes))
                                .orElse(""));
    }

    private void heading(String words) {
        text.append("## ").append(words).append("\n\n");
    }

    private void answer(String question, String words) {
        text.append("**").append(question).append("**").append(words.startsWith("- ") ? "\n\n" : " ");
        text.append(words).append("\n\n");
    }

    private String known(String what, Function<CellDetails, Optional<String>> detail) {
        long cells = content.cells().stream()
                .filter(cell -> detail.apply(cell.details()).isPresent())
                .count();
        return "- " + what + ": "
                + (cells == 0
                        ? "unknown"
                        : String.format(
                                Locale.ROOT,
                                "known of %,d of %,d",
                                cells,
                                content.cells().size()));
    }

    private String sizes() {
        SortedMap<String, Long> sizes = new TreeMap<>();
        content.cells()
                .forEach(cell -> sizes.merge(
                        cell.cell().width() + " x " + cell.cell().height() + " "
                                + cell.cell().format(),
                        1L,
                        Long::sum));
        return sizes.size() <= 10 ? list(sizes) + "." : ReleaseReadme.many(sizes.size(), "size") + "; see `cells.csv`.";
    }

    private static String list(SortedMap<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + String.format(Locale.ROOT, "%,d", entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
