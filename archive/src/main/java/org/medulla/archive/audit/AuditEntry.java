package org.medulla.archive.audit;

import org.medulla.archive.digest.Digest;

/**
 * One entry of the audit log.
 *
 * @param id its number, counting from 1 without gaps
 * @param at when, ISO 8601 in UTC
 * @param action what was done: "import", "freeze", "annotate"
 * @param subject what it was done to or with
 * @param rows the first and last number of the rows written, by table, as JSON
 * @param rowsDigest the SHA-256 of those rows' digests, in the order of {@link FactTable} and number
 * @param previous the digest of the entry before, 64 zeros for the first
 * @param digest the SHA-256 of this entry's other values
 */
public record AuditEntry(
        long id,
        String at,
        String action,
        String subject,
        String rows,
        Digest rowsDigest,
        Digest previous,
        Digest digest) {}
