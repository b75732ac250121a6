package org.medulla.laboratory.contribution;

/**
 * How much a contribution may hold, so that a hostile archive fills neither disk nor memory.
 *
 * @param files the most files
 * @param bytesPerFile the most bytes of one file
 * @param bytes the most bytes of all
 * @param ratio how many times larger than the archive all files together may be
 * @param free bytes that are not held against the ratio: small archives of text shrink a lot
 */
public record UnpackLimits(long files, long bytesPerFile, long bytes, long ratio, long free) {
    /** A million files, 256 MB each, 256 GB in all, 100 times the archive beyond 64 MB. */
    public static final UnpackLimits USUAL = new UnpackLimits(1_000_000, 256L << 20, 256L << 30, 100, 64L << 20);

    /** Whether so many bytes are more than an archive of that length may hold. */
    boolean isTooMuch(long unpacked, long archive) {
        return unpacked > bytes || unpacked > Math.max(free, ratio * archive);
    }
}
