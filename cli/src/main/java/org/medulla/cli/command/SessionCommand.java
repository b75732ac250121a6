package org.medulla.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.medulla.archive.Archive;
import org.medulla.archive.annotation.Reading;
import org.medulla.archive.annotation.ReadingTable;
import org.medulla.archive.session.ReadingSession;
import org.medulla.cli.console.Table;
import org.medulla.cli.console.Table.Column;
import org.medulla.laboratory.reading.SessionSheet;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets several readers name the same cells. Each step is a subcommand; the longer ones stand in classes of their own. */
@picocli.CommandLine.Command(
        name = "session",
        description = "Let readers name the same cells blind to one another, and settle what they say.",
        subcommands = {
            SessionNewCommand.class,
            SessionCommand.ListAll.class,
            SessionCommand.Sheet.class,
            SessionCommand.TakeIn.class,
            SessionShowCommand.class,
            SessionSettleCommand.class
        },
        footer = {
            "",
            "Example: medulla session new spring --readers Weiß,Roth --cells 200",
            "         medulla session sheet spring --reader Weiß --out for-weiss",
            "         medulla session record spring --reader Weiß --from for-weiss/sheet.csv",
            "         medulla session show spring",
            "         medulla session settle spring --rule skill"
        })
public final class SessionCommand extends Command {
    @Override
    public Integer call() {
        throw wrongUsage("What about the session: new, list, sheet, record, show or settle?");
    }

    /** Lists the sessions. */
    @picocli.CommandLine.Command(name = "list", description = "List the sessions.")
    static final class ListAll extends Command {
        @Override
        public Integer call() {
            Table table = new Table(
                    Column.words("session"), Column.words("kind"), Column.numbers("cells"), Column.words("readers"));
            try (Archive archive = Archive.open(place())) {
                for (ReadingSession session : archive.sessions().list()) {
                    table.row(
                            session.name(),
                            session.kind().word(),
                            session.cells(),
                            String.join(", ", session.readers()));
                }
            }
            if (table.isEmpty()) {
                say("There is no session yet: make one with `medulla session new`.");
            } else {
                table.print(console().out());
            }
            return DONE;
        }
    }

    /** Writes a sheet. */
    @picocli.CommandLine.Command(
            name = "sheet",
            description = "Write a sheet of the cells that a reader has still to name, with their pictures.",
            footer = {"", "Fill in the column class, and take it in with `medulla session record`."})
    static final class Sheet extends Command {
        @Parameters(paramLabel = "NAME", description = "The session.")
        private String name = "";

        @Option(names = "--reader", required = true, paramLabel = "NAME", description = "Who will read.")
        private String reader = "";

        @Option(
                names = "--out",
                required = true,
                paramLabel = "DIR",
                description = "Where the sheet goes; a new folder.")
        private Path out = Path.of("");

        @Override
        public Integer call() {
            try (Archive archive = Archive.open(place())) {
                int cells = new SessionSheet(archive).write(archive.sessions().get(name), reader, out, progress());
                console().out().println(out.resolve(SessionSheet.NAME));
                say(String.format(Locale.ROOT, "%,d cells to read.", cells));
            }
            return DONE;
        }
    }

    /** Takes readings in. */
    @picocli.CommandLine.Command(
            name = "record",
            description = "Take in what a reader said: all of the file or nothing.")
    static final class TakeIn extends Command {
        @Parameters(paramLabel = "NAME", description = "The session.")
        private String name = "";

        @Option(names = "--reader", paramLabel = "NAME", description = "Who read, where the file does not say.")
        private Optional<String> reader = Optional.empty();

        @Option(
                names = "--from",
                required = true,
                paramLabel = "FILE",
                description = "A CSV with the columns cell and class.")
        private Path file = Path.of("");

        @Override
        public Integer call() {
            try (Archive archive = Archive.open(place())) {
                ReadingSession session = archive.sessions().get(name);
                List<Reading> readings = new ReadingTable(archive.cells(), archive.nomenclature()).read(file, reader);
                if (readings.isEmpty()) {
                    say("No line of " + file + " has a class: fill in the column class.");
                }
                archive.sessions().readings(session).add(readings);
                say(String.format(Locale.ROOT, "%,d readings kept.", readings.size()));
                for (String each : session.readers()) {
                    int open = archive.sessions().readings(session).open(each).size();
                    say(String.format(Locale.ROOT, "%s: %,d of %,d to read.", each, open, session.cells()));
                }
            }
            return DONE;
        }
    }
}
