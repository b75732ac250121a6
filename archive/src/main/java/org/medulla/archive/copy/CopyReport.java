package org.medulla.archive.copy;

import org.medulla.archive.digest.Digest;

/**
 * What a copy brought over.
 *
 * @param rows rows that are new there
 * @param blobs blobs that are new there
 * @param bytes their length together
 * @param inPlace images that were imported in place and stay in the files where they are
 * @param state the digest of the state that is there now, which is the one that was here when the copy was made
 */
public record CopyReport(long rows, long blobs, long bytes, long inPlace, Digest state) {}
