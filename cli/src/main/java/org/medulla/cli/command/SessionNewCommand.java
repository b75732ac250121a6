package org.medulla.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.medulla.archive.Archive;
import org.medulla.archive.session.ReadingSession;
import org.medulla.archive.session.SessionKind;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.laboratory.reading.SessionDesign;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a reading session. */
@picocli.CommandLine.Command(
        name = "new",
        description = "Make a session: some cells, drawn by chance, that readers are asked to name.",
        footer = {
            "",
            "blind: each reader names the same cells, blind to the others.",
            "again: one reader names cells again that the same reader named before.",
            "adjudication: one reader settles what the readers of --of did not agree on."
        })
public final class SessionNewCommand extends Command {
    @Parameters(paramLabel = "NAME", description = "What the session is called.")
    private String name = "";

    @Option(names = "--kind", paramLabel = "KIND", description = "blind, again or adjudication. Default: blind.")
    private SessionKind kind = SessionKind.BLIND;

    @Option(names = "--readers", required = true, split = ",", paramLabel = "NAME", description = "Who reads.")
    private List<String> readers = List.of();

    @Option(names = "--cells", paramLabel = "N", description = "How many cells. Default: all that come into question.")
    private Optional<Integer> cells = Optional.empty();

    @Mixin
    private CellChoice choice = new CellChoice();

    @Option(names = "--where", paramLabel = "QUESTION", description = CellChoice.QUESTION)
    private Optional<String> question = Optional.empty();

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description = "Instead: the first cells of a CSV with a column cell, as `medulla audit labels` writes it.")
    private Optional<Path> from = Optional.empty();

    @Option(names = "--of", paramLabel = "SESSION", description = "The session that an adjudication settles.")
    private Optional<String> of = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", defaultValue = "2026", description = "The seed. Default: 2026.")
    private long seed = 2026;

    @Override
    public Integer call() {
        if (cells.isPresent() && cells.get() < 1) {
            throw wrongUsage("--cells is at least 1, not " + cells.get() + ".");
        }
        if (kind != SessionKind.BLIND && readers.size() != 1) {
            throw wrongUsage("A session of the kind " + kind.word() + " has one reader.");
        }
        if ((kind == SessionKind.ADJUDICATION) != of.isPresent()) {
            throw wrongUsage("--of goes with --kind adjudication, and that needs it.");
        }
        try (Archive archive = Archive.open(place())) {
            ReadingSession made = make(new SessionDesign(archive), archive.nomenclature());
            console()
                    .out()
                    .println(String.format(
                            Locale.ROOT,
                            "%s: %s, %,d cells for %s",
                            made.name(),
                            made.kind().word(),
                            made.cells(),
                            String.join(", ", made.readers())));
            say("Next: medulla session sheet " + name + " --reader \""
                    + made.readers().getFirst() + "\" --out DIR");
        }
        return DONE;
    }

    private ReadingSession make(SessionDesign design, Nomenclature nomenclature) {
        OptionalInt wanted = cells.isPresent() ? OptionalInt.of(cells.get()) : OptionalInt.empty();
        return switch (kind) {
            case BLIND ->
                from.isPresent()
                        ? design.listed(name, readers, from.get(), wanted, seed)
                        : design.blind(name, readers, choice.condition(question, nomenclature), wanted, seed);
            case AGAIN -> design.again(name, readers.getFirst(), wanted, seed);
            case ADJUDICATION -> design.adjudication(name, readers.getFirst(), of.orElseThrow(), seed);
        };
    }
}
