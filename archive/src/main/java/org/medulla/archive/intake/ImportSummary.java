package org.medulla.archive.intake;

import java.util.List;
import org.medulla.archive.layout.SetAside;

/**
 * What an import brought, over all its runs when it was interrupted.
 *
 * @param importId the import's number in the archive
 * @param source the name of the source
 * @param cells cells that are new
 * @param duplicates files whose bytes were already a cell: the same image twice
 * @param known files that an earlier import had read, left alone
 * @param contradictions images filed under another class before
 * @param setAside files not taken in, in the order they came
 */
public record ImportSummary(
        long importId,
        String source,
        long cells,
        long duplicates,
        long known,
        List<ContradictoryFile> contradictions,
        List<SetAside> setAside) {
    public ImportSummary {
        contradictions = List.copyOf(contradictions);
        setAside = List.copyOf(setAside);
    }
}
