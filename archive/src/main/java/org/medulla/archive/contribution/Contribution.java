package org.medulla.archive.contribution;

import java.time.Instant;
import java.util.Optional;
import org.medulla.archive.digest.Digest;

/**
 * A contribution in the inbox.
 *
 * @param id its number, from 1
 * @param plan from whom and on what terms
 * @param received when its receipt began
 * @param end what it came to; none while the receipt is unfinished
 * @param accepted how many of its pictures were accepted
 * @param sentBack whether what was not accepted was sent back; then nothing more is
 */
public record Contribution(
        long id, ContributionPlan plan, Instant received, Optional<End> end, long accepted, boolean sentBack) {

    /** Whether it was received whole, and some of it is neither accepted nor sent back. */
    public boolean isWaiting() {
        return end.isPresent() && !sentBack && accepted < end.get().files();
    }

    /** Where it stands, in a word or two. */
    public String state() {
        if (end.isEmpty()) {
            return "unfinished";
        }
        if (sentBack) {
            return accepted > 0 ? "partly accepted, rest sent back" : "sent back";
        }
        if (accepted == 0) {
            return "waiting";
        }
        return accepted < end.get().files() ? "partly accepted" : "accepted";
    }

    /**
     * What a contribution came to when everything in it had been looked at.
     *
     * @param files pictures, and what was meant to be one
     * @param otherFiles files of other kinds, which are not taken in
     * @param bytes of all its pictures
     * @param digest the SHA-256 of a line {@code <position> <sha256>} for each picture that could be read, in order
     */
    public record End(long files, long otherFiles, long bytes, Digest digest) {}
}
