package org.medulla.cli.command;

import java.util.Locale;
import org.medulla.archive.Archive;
import org.medulla.archive.session.ReadingSession;
import org.medulla.archive.session.SessionKind;
import org.medulla.cli.console.Table;
import org.medulla.cli.console.Table.Column;
import org.medulla.cytology.consensus.ConsensusOutcome;
import org.medulla.cytology.consensus.ConsensusRule;
import org.medulla.cytology.consensus.Majority;
import org.medulla.cytology.consensus.ReaderSkill;
import org.medulla.cytology.consensus.SkillWeighted;
import org.medulla.laboratory.reading.SessionSettling;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Settles a session. */
@picocli.CommandLine.Command(
        name = "settle",
        description = "Decide on the cells of a session; what is decided becomes their class.",
        footer = {
            "",
            "majority: the class of more than half of a cell's readings.",
            "skill: readers count by the skill that all readings together show",
            "(Dawid and Skene 1979); a cell without a class of 80 % has no consensus.",
            "An adjudication needs no rule: what its reader said is decided."
        })
public final class SessionSettleCommand extends Command {
    /** How readings become one class. */
    enum Rule {
        /** More than half. */
        MAJORITY,
        /** By the readers' skill. */
        SKILL
    }

    @Parameters(paramLabel = "NAME", description = "The session.")
    private String name = "";

    @Option(names = "--rule", paramLabel = "RULE", description = "majority or skill. Default: majority.")
    private Rule rule = Rule.MAJORITY;

    @Override
    public Integer call() {
        try (Archive archive = Archive.open(place())) {
            ReadingSession session = archive.sessions().get(name);
            SessionSettling settling = new SessionSettling(archive);
            if (session.kind() == SessionKind.ADJUDICATION) {
                console()
                        .out()
                        .println(String.format(
                                Locale.ROOT,
                                "%,d cells of %s settled by %s",
                                settling.adjudicate(session),
                                session.of().orElseThrow(),
                                session.readers().getFirst()));
            } else {
                print(settling.settle(session, rule()));
            }
        }
        return DONE;
    }

    private ConsensusRule rule() {
        return switch (rule) {
            case MAJORITY -> new Majority(2);
            case SKILL -> SkillWeighted.standard();
        };
    }

    private void print(ConsensusOutcome outcome) {
        console()
                .out()
                .println(String.format(
                        Locale.ROOT,
                        "%,d cells with a consensus, %,d without: %s",
                        outcome.agreed(),
                        outcome.cells().size() - outcome.agreed(),
                        outcome.rule().words()));
        outcome.skill().ifPresent(skill -> {
            Table table = new Table(Column.words("reader"), Column.numbers("readings"), Column.numbers("skill"));
            for (ReaderSkill reader : skill.readers()) {
                table.row(
                        reader.reader(),
                        reader.readings(),
                        reader.balancedAccuracy().isPresent()
                                ? String.format(
                                        Locale.ROOT,
                                        "%.2f",
                                        reader.balancedAccuracy().getAsDouble())
                                : "?");
            }
            table.print(console().out());
        });
    }
}
