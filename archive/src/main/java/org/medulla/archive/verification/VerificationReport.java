package org.medulla.archive.verification;

import java.util.List;

/**
 * What a verification looked at and found.
 *
 * @param rows fact rows whose digest was computed again
 * @param blobs blobs and files in place whose digest was computed again
 * @param bytes how many bytes they had
 * @param auditEntries audit entries whose chain was followed
 * @param findings everything that is not as it was written; empty when all is well
 */
public record VerificationReport(long rows, long blobs, long bytes, long auditEntries, List<Finding> findings) {
    public VerificationReport {
        findings = List.copyOf(findings);
    }

    /** Whether all is as it was written. */
    public boolean isClean() {
        return findings.isEmpty();
    }
}
