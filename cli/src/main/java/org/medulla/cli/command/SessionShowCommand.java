package org.medulla.cli.command;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.medulla.archive.Archive;
import org.medulla.archive.decision.Decided;
import org.medulla.archive.session.ReadingSession;
import org.medulla.archive.session.SessionKind;
import org.medulla.archive.session.SessionReadings;
import org.medulla.cli.console.Table;
import org.medulla.cli.console.Table.Column;
import org.medulla.cytology.agreement.ClassAgreement;
import org.medulla.cytology.agreement.ReaderAgreement;
import org.medulla.cytology.evaluation.Estimate;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.laboratory.reading.SessionAgreement;
import org.medulla.laboratory.reading.SessionDesign;
import picocli.CommandLine.Parameters;

/** Shows how far a session is and how well its readers agree. */
@picocli.CommandLine.Command(
        name = "show",
        description = "Show how far a session is, and how well its readers agree: kappa with 95 % intervals.")
public final class SessionShowCommand extends Command {
    @Parameters(paramLabel = "NAME", description = "The session.")
    private String name = "";

    @Override
    public Integer call() {
        try (Archive archive = Archive.open(place())) {
            ReadingSession session = archive.sessions().get(name);
            printProgress(archive, session);
            if (session.kind() != SessionKind.ADJUDICATION) {
                try {
                    Nomenclature nomenclature = archive.nomenclature();
                    new SessionAgreement(archive, nomenclature)
                            .of(session)
                            .forEach(agreement -> print(agreement, nomenclature));
                } catch (MedullaException e) {
                    say(Objects.requireNonNullElse(e.getMessage(), "The agreement is not known."));
                }
            }
        }
        return DONE;
    }

    private void printProgress(Archive archive, ReadingSession session) {
        SessionReadings readings = archive.sessions().readings(session);
        Table table = new Table(Column.words("reader"), Column.numbers("read"), Column.numbers("to read"));
        for (String reader : session.readers()) {
            int open = readings.open(reader).size();
            table.row(reader, session.cells() - open, open);
        }
        table.print(console().out());
        List<Decided> decided = archive.decisions().of(session);
        long none = decided.stream()
                .filter(each -> each.decision().classCode().isEmpty())
                .count();
        console()
                .out()
                .println(String.format(
                        Locale.ROOT,
                        "%nDisputed and not settled: %,d of %,d cells; settled: %,d, of them without consensus: %,d",
                        new SessionDesign(archive).disputed(session).size(),
                        session.cells(),
                        decided.size(),
                        none));
    }

    private void print(ReaderAgreement agreement, Nomenclature nomenclature) {
        console()
                .out()
                .println(String.format(
                        Locale.ROOT,
                        "%n%s: %,d cells, the same class in %s%nkappa %s, weighted by lineage %s%n",
                        String.join(" and ", agreement.readers()),
                        agreement.cells(),
                        percent(agreement.agreement()),
                        figure(agreement.kappa()),
                        figure(agreement.weightedKappa())));
        Table table = new Table(
                Column.words("class"), Column.numbers("readings"), Column.words("agreement"), Column.words("kappa"));
        List<String> order = nomenclature.codes();
        List<ClassAgreement> inOrder = agreement.classes().stream()
                .sorted(Comparator.comparingInt(each -> order.indexOf(each.classCode())))
                .toList();
        for (ClassAgreement each : inOrder) {
            table.row(
                    each.classCode(),
                    each.readings(),
                    each.agreement().map(SessionShowCommand::percent).orElse("-"),
                    figure(each.kappa()));
        }
        table.print(console().out());
    }

    private static String figure(Optional<Estimate> estimate) {
        return estimate.map(e -> String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", e.value(), e.low(), e.high()))
                .orElse("not defined");
    }

    private static String percent(Estimate e) {
        return String.format(Locale.ROOT, "%.0f %% (%.0f to %.0f)", 100 * e.value(), 100 * e.low(), 100 * e.high());
    }
}
