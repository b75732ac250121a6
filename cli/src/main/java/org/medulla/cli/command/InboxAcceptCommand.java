package org.medulla.cli.command;

import java.util.List;
import java.util.Optional;
import org.medulla.archive.Archive;
import org.medulla.laboratory.contribution.AcceptanceOrder;
import org.medulla.laboratory.contribution.AcceptanceReport;
import org.medulla.laboratory.contribution.Accepting;
import org.medulla.laboratory.contribution.ClassWords;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings pictures of a contribution into the collection. */
@picocli.CommandLine.Command(
        name = "accept",
        description = "Bring a contribution, or a part of it, into the collection.",
        footer = {
            "",
            "PICTURE is a number, a path as it was sent, or (but for --despite) a pattern with * and ?.",
            "Whatever could tell who a patient is stays back, unless a copy without it is accepted (--cleaned)",
            "or the steward names the picture with a reason (--despite). The same file is never accepted twice."
        })
public final class InboxAcceptCommand extends Command {
    /** How many numbers of pictures are listed before the rest is only counted. */
    private static final int LISTED = 12;

    @Parameters(paramLabel = "N", description = "The number of the contribution.")
    private long number;

    @Option(names = "--steward", required = true, paramLabel = "NAME", description = "Who decides.")
    private String steward = "";

    @Option(names = "--only", arity = "1..*", paramLabel = "PICTURE", description = "Accept these alone.")
    private List<String> only = List.of();

    @Option(names = "--except", arity = "1..*", paramLabel = "PICTURE", description = "Leave these out.")
    private List<String> except = List.of();

    @Option(
            names = "--despite",
            arity = "1..*",
            paramLabel = "PICTURE",
            description = "Accept these in spite of what was found; needs --reason.")
    private List<String> despite = List.of();

    @Option(
            names = "--cleaned",
            description =
                    "Accept pictures that could tell who a patient is as copies that do not: the same pixels, no metadata.")
    private boolean cleaned;

    @Option(
            names = "--classes",
            paramLabel = "MAP",
            description = "A CSV (columns name, code) for class words that were unknown, or pbc.")
    private Optional<String> classes = Optional.empty();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
    private Optional<String> reason = Optional.empty();

    @Override
    public Integer call() {
        AcceptanceOrder order = new AcceptanceOrder(steward, only, except, despite, cleaned, reason);
        try (Archive archive = Archive.open(place())) {
            ClassWords words = ClassWords.of(classes, archive.nomenclature());
            print(new Accepting(archive).run(number, order, words, progress()));
        }
        return DONE;
    }

    private void print(AcceptanceReport report) {
        console()
                .out()
                .println(InboxCommand.count(report.accepted()) + " pictures accepted as new cells of "
                        + report.contribution().plan().source()
                        + (report.cleaned() > 0
                                ? ", " + InboxCommand.count(report.cleaned()) + " of them cleaned"
                                : ""));
        report.cellsByClass()
                .forEach((code, cells) ->
                        console().out().println(String.format("%10s %s", InboxCommand.count(cells), code)));
        if (report.before() > 0) {
            say(InboxCommand.count(report.before()) + " had been accepted before.");
        }
        if (report.leftOut() > 0) {
            say(InboxCommand.count(report.leftOut()) + " were left out.");
        }
        report.heldBack().forEach((verdict, pictures) -> {
            String numbers = String.join(
                    ", ", pictures.stream().limit(LISTED).map(String::valueOf).toList());
            say(InboxCommand.count(pictures.size()) + " stay back, " + verdict.word() + ": "
                    + report.reasons().get(verdict) + " (" + numbers + (pictures.size() > LISTED ? ", ..." : "")
                    + ").");
        });
        if (report.contribution().isWaiting() && !report.heldBack().isEmpty()) {
            say("What is left can go back: medulla inbox return "
                    + report.contribution().id() + " --steward NAME --reason TEXT");
        }
    }
}
