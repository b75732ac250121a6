package org.medulla.cli.command;

import java.util.Locale;
import org.medulla.archive.Archive;
import org.medulla.archive.contribution.Contribution;
import org.medulla.cli.console.Table;
import org.medulla.cli.console.Table.Column;

/** Receives contributions of other laboratories. Each step is a subcommand; the longer ones stand in classes of their own. */
@picocli.CommandLine.Command(
        name = "inbox",
        description = "Receive pictures of other laboratories, look through them, and accept them or send them back.",
        subcommands = {
            InboxReceiveCommand.class,
            InboxCommand.ListAll.class,
            InboxShowCommand.class,
            InboxAcceptCommand.class,
            InboxReturnCommand.class
        },
        footer = {
            "",
            "Example: medulla inbox receive cells.zip --from \"Northern Hospital\" --licence CC-BY-4.0 --consent \"ethics vote 17/2026\"",
            "         medulla inbox show 1 --flagged",
            "         medulla inbox accept 1 --steward Weiß --cleaned",
            "         medulla inbox return 1 --steward Weiß --reason \"letters in the pictures\""
        })
public final class InboxCommand extends Command {
    @Override
    public Integer call() {
        throw wrongUsage("What about the inbox: receive, list, show, accept or return?");
    }

    /** Lists the contributions. */
    @picocli.CommandLine.Command(name = "list", description = "List the contributions.")
    static final class ListAll extends Command {
        @Override
        public Integer call() {
            Table table = new Table(
                    Column.numbers("number"),
                    Column.words("laboratory"),
                    Column.words("received"),
                    Column.words("licence"),
                    Column.numbers("pictures"),
                    Column.numbers("accepted"),
                    Column.words("state"));
            try (Archive archive = Archive.open(place())) {
                for (Contribution one : archive.contributions().list()) {
                    table.row(
                            one.id(),
                            one.plan().laboratory(),
                            one.received().toString().substring(0, 10),
                            one.plan().licence(),
                            one.end().map(end -> count(end.files())).orElse("?"),
                            count(one.accepted()),
                            one.state());
                }
            }
            if (table.isEmpty()) {
                say("The inbox is empty: receive a contribution with `medulla inbox receive`.");
            } else {
                table.print(console().out());
            }
            return DONE;
        }
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
