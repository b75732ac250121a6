package org.medulla.archive.contribution;

import java.util.List;
import java.util.Optional;
import org.medulla.archive.intake.ImageFacts;

/**
 * A picture of a contribution, or a file that was meant to be one.
 *
 * @param position its number in the contribution, from 1, in the order of names or of the manifest
 * @param path where it lay in what was sent, with slashes; {@code item-<position>} where the path could tell who a patient is
 * @param bytes its length
 * @param image what decoding found out; none for a file that is no picture or cannot be read
 * @param classWord the word by which the laboratory calls its class; none where there is none, or the word could tell something
 * @param classCode the class that the word stands for
 * @param findings what was found
 */
public record ContributionItem(
        long position,
        String path,
        long bytes,
        Optional<ImageFacts> image,
        Optional<String> classWord,
        Optional<String> classCode,
        List<ItemFinding> findings) {
    public ContributionItem {
        findings = List.copyOf(findings);
    }

    /** The worst that follows from a finding. */
    public Verdict verdict() {
        return findings.stream().map(ItemFinding::verdict).reduce(Verdict.GOOD, Verdict::and);
    }

    /** Whether a finding has this verdict, be there worse ones or not. */
    public boolean has(Verdict verdict) {
        return findings.stream().anyMatch(finding -> finding.verdict() == verdict);
    }
}
