package org.medulla.laboratory.reading;

import java.util.ArrayList;
import java.util.List;
import org.medulla.archive.Archive;
import org.medulla.archive.annotation.Annotation;
import org.medulla.archive.session.ReadingSession;
import org.medulla.archive.session.SessionReadings;
import org.medulla.cytology.agreement.Disagreement;
import org.medulla.cytology.agreement.ReaderAgreement;
import org.medulla.cytology.agreement.Reading;
import org.medulla.cytology.agreement.Readings;
import org.medulla.cytology.evaluation.Bootstrap;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.nomenclature.Nomenclature;

/**
 * How well the readers of a session agree: each pair of a blind session, and all together where there are more than two; a
 * reader with what the same reader said before where cells are read again.
 */
public final class SessionAgreement {
    private final Archive archive;
    private final Nomenclature nomenclature;
    private final Disagreement disagreement;

    /**
     * Measures in this archive; disagreements weigh by the distance of the classes in the nomenclature, and classes that it merged
     * are one.
     */
    public SessionAgreement(Archive archive, Nomenclature nomenclature) {
        this.archive = archive;
        this.nomenclature = nomenclature;
        this.disagreement = Disagreement.byTreeDistance(nomenclature);
    }

    /**
     * The agreement of a session's readers, first that of all together.
     *
     * @throws MedullaException USER when no two readings of a cell are there yet, or for an adjudication
     */
    public List<ReaderAgreement> of(ReadingSession session) {
        return switch (session.kind()) {
            case BLIND -> blind(session);
            case AGAIN -> again(session);
            case ADJUDICATION ->
                throw MedullaException.user(
                        "An adjudication has one reader who sees the others: ask for the agreement of \""
                                + session.of().orElseThrow() + "\".");
        };
    }

    private List<ReaderAgreement> blind(ReadingSession session) {
        Readings readings = readings(archive.sessions().readings(session).latest(), "");
        List<ReaderAgreement> agreements = new ArrayList<>();
        List<String> readers = readings.readers();
        if (readers.size() != 2) {
            agreements.add(ReaderAgreement.among(readings, disagreement, Bootstrap.standard()));
        }
        for (int first = 0; first < readers.size(); first++) {
            for (int second = first + 1; second < readers.size(); second++) {
                agreements.add(ReaderAgreement.between(
                        readings, readers.get(first), readers.get(second), disagreement, Bootstrap.standard()));
            }
        }
        return agreements;
    }

    private List<ReaderAgreement> again(ReadingSession session) {
        SessionReadings given = archive.sessions().readings(session);
        String reader = session.readers().getFirst();
        List<Reading> both =
                new ArrayList<>(readings(given.earlier(), ", before").all());
        both.addAll(readings(given.latest(), ", again").all());
        return List.of(ReaderAgreement.between(
                Readings.of(both), reader + ", before", reader + ", again", disagreement, Bootstrap.standard()));
    }

    private Readings readings(List<Annotation> annotations, String time) {
        return Readings.of(annotations.stream()
                .map(annotation -> new Reading(
                        annotation.reading().cell().value(),
                        annotation.reader() + time,
                        nomenclature.current(annotation.classCode())))
                .toList());
    }
}
