package org.medulla.archive.verification;

/**
 * One thing that is not as it was written.
 *
 * @param kind what kind of thing
 * @param which the blob, file or row
 * @param words what is wrong and what to do, in a sentence
 */
public record Finding(Kind kind, String which, String words) {
    /** What can be found. */
    public enum Kind {
        /** SQLite itself says that its file is damaged. */
        DAMAGED_DATABASE,
        /** A blob that a row names is not there. */
        MISSING_BLOB,
        /** A blob's bytes do not have the digest that it is named by. */
        DAMAGED_BLOB,
        /** A file that was imported in place is not there. */
        MISSING_FILE,
        /** A file that was imported in place has other bytes than it had. */
        CHANGED_FILE,
        /** A row's content does not have the digest that was written with it. */
        EDITED_ROW,
        /** A row that the audit log covers is not there. */
        DELETED_ROW,
        /** A row that no audit entry covers. */
        ADDED_ROW,
        /** The audit log is broken: an entry was changed, removed, or does not cover its rows. */
        BROKEN_AUDIT,
        /** A dataset version's cells do not make its manifest, or a split's folds its digest. */
        CHANGED_DATASET,
        /** A reading session's cells are not those it was made with. */
        CHANGED_SESSION,
        /** A batch of predictions is not as it was written. */
        CHANGED_PREDICTIONS,
        /** A contributed picture is not in the inbox as it was received. */
        CHANGED_CONTRIBUTION,
        /** The changes of the nomenclature do not lead to the versions that were written with them. */
        CHANGED_NOMENCLATURE,
        /** The index for fast questions does not follow from the facts. */
        WRONG_INDEX
    }
}
