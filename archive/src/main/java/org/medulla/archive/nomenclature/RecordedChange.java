package org.medulla.archive.nomenclature;

import java.time.Instant;
import java.util.Optional;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.nomenclature.NomenclatureChange;

/**
 * A change of the nomenclature as it was written down; never changed afterwards.
 *
 * @param change what changed
 * @param version the nomenclature that came of it
 * @param author who changed it
 * @param reason why, where a reason is given
 * @param at when, by the clock of the archive where it was written first
 */
public record RecordedChange(
        NomenclatureChange change, String version, String author, Optional<String> reason, Instant at) {
    private static final int LONGEST_AUTHOR = 200;

    /** Refuses a change without an author. */
    public RecordedChange {
        if (author.isBlank() || author.length() > LONGEST_AUTHOR) {
            throw MedullaException.user("Whoever changes the nomenclature has a name of at most " + LONGEST_AUTHOR
                    + " letters, not \"" + author + "\".");
        }
    }
}
