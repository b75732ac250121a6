package org.medulla.archive.verification;

import java.time.InstantSource;
import org.medulla.archive.database.Database;
import org.medulla.archive.session.ReadingSession;
import org.medulla.archive.session.Sessions;

/** Makes the digest of each reading session's cells again. */
final class SessionCheck {
    private final Sessions sessions;
    private final Findings findings;

    SessionCheck(Database database, Findings findings) {
        this.sessions = new Sessions(database, InstantSource.system());
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
    }
}
