package org.medulla.laboratory.release;

import java.util.List;

/**
 * What a check of a copy came to.
 *
 * @param files how many files the manifest lists
 * @param cells how many cells the release lists
 * @param findings what is wrong, in the order it was found
 */
public record ReleaseCheckReport(long files, long cells, List<ReleaseFinding> findings) {
    public ReleaseCheckReport {
        findings = List.copyOf(findings);
    }

    /** Whether nothing is wrong. */
    public boolean isClean() {
        return findings.isEmpty();
    }
}
