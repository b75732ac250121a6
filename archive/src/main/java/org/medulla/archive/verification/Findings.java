package org.medulla.archive.verification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What a verification gathers on its way; safe for use by many threads. */
final class Findings {
    final AtomicLong rows = new AtomicLong();
    final AtomicLong blobs = new AtomicLong();
    final AtomicLong bytes = new AtomicLong();
    final AtomicLong auditEntries = new AtomicLong();
    private final List<Finding> found = Collections.synchronizedList(new ArrayList<>());

    void add(Finding.Kind kind, String which, String words) {
        found.add(new Finding(kind, which, words));
    }

    // Threads find in any order; the report is the same each time.
    VerificationReport report() {
        List<Finding> sorted = new ArrayList<>(found);
        sorted.sort((a, b) ->
                a.kind() != b.kind() ? a.kind().compareTo(b.kind()) : a.which().compareTo(b.which()));
        return new VerificationReport(rows.get(), blobs.get(), bytes.get(), auditEntries.get(), sorted);
    }
}
