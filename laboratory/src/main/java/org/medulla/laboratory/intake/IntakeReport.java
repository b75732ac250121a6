package org.medulla.laboratory.intake;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.medulla.archive.intake.ImportSummary;
import org.medulla.archive.layout.SetAside;

/**
 * What an import came to.
 *
 * @param summary what it brought
 * @param cellsByClass how many cells of the source there are now, by class code
 * @param reasons how many files were set aside for each kind of reason
 * @param setAsideList the CSV file that lists them
 */
public record IntakeReport(
        ImportSummary summary, Map<String, Long> cellsByClass, Map<String, Long> reasons, Path setAsideList) {
    public IntakeReport {
        cellsByClass = Collections.unmodifiableMap(new TreeMap<>(cellsByClass));
        reasons = Collections.unmodifiableMap(new TreeMap<>(reasons));
    }

    /** Whether files could not be read, other than those whose class is merely unknown or stated in two ways. */
    public boolean someUnreadable() {
        return reasons.keySet().stream()
                .anyMatch(kind -> !kind.equals(SetAside.UNKNOWN_CLASS) && !kind.equals(SetAside.NAME_DISAGREES));
    }
}
