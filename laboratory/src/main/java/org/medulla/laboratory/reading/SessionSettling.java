package org.medulla.laboratory.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.medulla.archive.Archive;
import org.medulla.archive.annotation.Annotation;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.decision.Decided;
import org.medulla.archive.decision.Decision;
import org.medulla.archive.session.ReadingSession;
import org.medulla.archive.session.SessionKind;
import org.medulla.cytology.agreement.Reading;
import org.medulla.cytology.agreement.Readings;
import org.medulla.cytology.consensus.Consensus;
import org.medulla.cytology.consensus.ConsensusOutcome;
import org.medulla.cytology.consensus.ConsensusRule;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.nomenclature.Nomenclature;

/**
 * Makes decisions of the readings of a session, which then are the classes of its cells. A reading of a class that was merged into
 * another since counts for that one.
 */
public final class SessionSettling {
    private static final String ADJUDICATED = "adjudicated in ";
    private static final int FEWEST = 2;

    private final Archive archive;

    /** Settles sessions of this archive. */
    public SessionSettling(Archive archive) {
        this.archive = archive;
    }

    /**
     * Decides by a rule on every cell of a blind session that two readers or more have read. What an adjudicator settled stays.
     *
     * @return what the rule made of the readings, those of adjudicated cells among them
     * @throws MedullaException USER for a session of another kind, or one in which no cell has two readings
     */
    public ConsensusOutcome settle(ReadingSession session, ConsensusRule rule) {
        if (session.kind() != SessionKind.BLIND) {
            throw MedullaException.user("The session \"" + session.name() + "\" is no blind one ("
                    + session.kind().word() + "): a rule needs several readers who did not see one another.");
        }
        ConsensusOutcome outcome = rule.apply(readings(session));
        Set<CellId> adjudicated = adjudicated(session);
        List<Decision> decisions = outcome.cells().stream()
                .filter(consensus -> consensus.readings() >= FEWEST)
                .map(SessionSettling::decision)
                .filter(decision -> !adjudicated.contains(decision.cell()))
                .toList();
        if (decisions.isEmpty()) {
            throw MedullaException.user("Nothing of the session \"" + session.name()
                    + "\" can be settled by a rule: no cell has two readings, or an adjudicator settled them all.");
        }
        archive.decisions().add(session, rule.words(), decisions);
        return outcome;
    }

    /**
     * Takes what an adjudicator said for decided, in the session that was disputed.
     *
     * @return how many cells
     */
    public int adjudicate(ReadingSession adjudication) {
        ReadingSession disputed = archive.sessions()
                .get(adjudication
                        .of()
                        .orElseThrow(() -> MedullaException.user(
                                "The session \"" + adjudication.name() + "\" is no adjudication.")));
        Nomenclature nomenclature = archive.nomenclature();
        Map<Long, Map<String, Integer>> votes = new TreeMap<>();
        readings(disputed)
                .all()
                .forEach(reading -> votes.computeIfAbsent(reading.cell(), _ -> new TreeMap<>())
                        .merge(reading.classCode(), 1, Integer::sum));
        List<Decision> decisions = archive.sessions().readings(adjudication).latest().stream()
                .map(annotation -> new Decision(
                        annotation.reading().cell(),
                        Optional.of(nomenclature.current(annotation.classCode())),
                        OptionalDouble.empty(),
                        votes.getOrDefault(annotation.reading().cell().value(), Map.of()),
                        annotation.reading().reason()))
                .toList();
        if (decisions.isEmpty()) {
            throw MedullaException.user("The adjudicator "
                    + adjudication.readers().getFirst() + " of \"" + adjudication.name() + "\" has read nothing yet.");
        }
        archive.decisions()
                .add(
                        disputed,
                        ADJUDICATED + adjudication.name() + " by "
                                + adjudication.readers().getFirst(),
                        decisions);
        return decisions.size();
    }

    private Readings readings(ReadingSession session) {
        Nomenclature nomenclature = archive.nomenclature();
        return Readings.of(archive.sessions().readings(session).latest().stream()
                .map(annotation -> reading(annotation, nomenclature))
                .toList());
    }

    private Set<CellId> adjudicated(ReadingSession session) {
        Set<CellId> cells = new HashSet<>();
        for (Decided decided : archive.decisions().of(session)) {
            if (decided.rule().startsWith(ADJUDICATED)) {
                cells.add(decided.decision().cell());
            }
        }
        return cells;
    }

    private static Reading reading(Annotation annotation, Nomenclature nomenclature) {
        return new Reading(
                annotation.reading().cell().value(), annotation.reader(), nomenclature.current(annotation.classCode()));
    }

    private static Decision decision(Consensus consensus) {
        return new Decision(
                new CellId(consensus.cell()),
                consensus.classCode(),
                OptionalDouble.of(consensus.certainty()),
                consensus.votes(),
                Optional.empty());
    }
}
