package org.medulla.archive.verification;

import java.time.InstantSource;
import org.medulla.archive.database.Database;
import org.medulla.archive.prediction.Predictions;
import org.medulla.archive.session.ReadingSession;
import org.medulla.archive.session.Sessions;

/** Makes the digests of each reading session's cells and of each batch of predictions again. */
final class ItemCheck {
    private final Sessions sessions;
    private final Predictions predictions;
    private final Findings findings;

    ItemCheck(Database database, Findings findings) {
        this.sessions = new Sessions(database, InstantSource.system());
        this.predictions = new Predictions(database, InstantSource.system());
        this.findings = findings;
    }

    void run() {
        for (ReadingSession session : sessions.list()) {
            if (!sessions.computedDigest(session).equals(session.digest())) {
                findings.add(
                        Finding.Kind.CHANGED_SESSION,
                        "session " + session.name(),
                        "The cells of the session are not those it was made with: restore the home from a copy.");
            }
        }
        for (long batch : predictions.changedBatches()) {
            findings.add(
                    Finding.Kind.CHANGED_PREDICTIONS,
                    "prediction_batch " + batch,
                    "The predictions of the batch are not as they were written: restore the home from a copy.");
        }
    }
}
