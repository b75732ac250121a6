package org.medulla.laboratory.intake;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.medulla.archive.intake.ImportSummary;

/**
 * What an import came to.
 *
 * @param summary what it brought
 * @param reasons how many files were set aside for each kind of reason
 * @param setAsideList the CSV file that lists them
 */
public record IntakeReport(ImportSummary summary, Map<String, Long> reasons, Path setAsideList) {
    public IntakeReport {
        reasons = Collections.unmodifiableMap(new TreeMap<>(reasons));
    }
}
