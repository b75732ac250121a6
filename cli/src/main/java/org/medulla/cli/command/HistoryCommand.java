package org.medulla.cli.command;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.medulla.archive.Archive;
import org.medulla.archive.annotation.Annotation;
import org.medulla.archive.annotation.Reading;
import org.medulla.archive.cell.Cell;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.decision.Decided;
import org.medulla.archive.decision.Decision;
import org.medulla.cli.console.Table;
import org.medulla.cli.console.Table.Column;
import org.medulla.cytology.job.MedullaException;
import picocli.CommandLine.Parameters;

/** Shows what was ever said of a cell. */
@picocli.CommandLine.Command(
        name = "history",
        description = "Show every label of a cell and every decision on it, the oldest first.",
        footer = {"", "Example: medulla history 17"})
public final class HistoryCommand extends Command {
    @Parameters(paramLabel = "CELL", description = "The cell's number.")
    private long number;

    @Override
    public Integer call() {
        if (number < 1) {
            throw wrongUsage("Cells are numbered from 1, not " + number + ".");
        }
        CellId id = new CellId(number);
        try (Archive archive = Archive.open(place())) {
            Cell cell = archive.cells()
                    .find(id)
                    .orElseThrow(() -> MedullaException.user(
                            "There is no cell " + number + ": list the cells with `medulla cells`."));
            List<Event> events = new ArrayList<>();
            archive.annotations().of(id).forEach(annotation -> events.add(event(annotation)));
            archive.decisions().of(id).forEach(decided -> events.add(event(decided)));
            events.sort(Comparator.comparing(Event::at));
            Table table =
                    new Table(Column.words("when"), Column.words("class"), Column.words("by"), Column.words("how"));
            for (Event event : events) {
                table.row(event.at().truncatedTo(ChronoUnit.SECONDS), event.code(), event.by(), event.how());
            }
            table.print(console().out());
            say("Cell " + number + " of " + cell.source() + ", " + cell.fileName() + ": "
                    + (cell.classCode().equals(Decision.NO_CONSENSUS) ? "no consensus" : cell.classCode())
                    + (cell.contradicted() ? "; its image was filed under several classes" : "") + ".");
        }
        return DONE;
    }

    private static Event event(Annotation annotation) {
        Reading reading = annotation.reading();
        List<String> how = new ArrayList<>();
        if (annotation.imported()) {
            how.add("came with the file");
        }
        annotation.session().ifPresent(session -> how.add("session " + session));
        reading.certainty().ifPresent(certainty -> how.add(certainty.word()));
        if (reading.blinded()) {
            how.add("blinded");
        }
        reading.seconds().ifPresent(seconds -> how.add(String.format(Locale.ROOT, "%.1f s", seconds)));
        reading.model().ifPresent(model -> how.add("saw model " + model.hex().substring(0, 8)));
        reading.reason().ifPresent(how::add);
        return new Event(annotation.at(), reading.classCode(), reading.reader(), String.join(", ", how));
    }

    private static Event event(Decided decided) {
        List<String> how = new ArrayList<>();
        Decision decision = decided.decision();
        decided.session().ifPresent(session -> how.add("session " + session));
        if (!decision.votes().isEmpty()) {
            how.add("votes " + decision.votes());
        }
        decision.certainty().ifPresent(certainty -> how.add(String.format(Locale.ROOT, "certainty %.2f", certainty)));
        decision.reason().ifPresent(how::add);
        return new Event(decided.at(), decision.classCode().orElse("none"), decided.rule(), String.join(", ", how));
    }

    private record Event(Instant at, String code, String by, String how) {}
}
