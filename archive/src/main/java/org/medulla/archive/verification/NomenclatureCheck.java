package org.medulla.archive.verification;

import java.time.InstantSource;
import java.util.List;
import org.medulla.archive.cell.ClassesNow;
import org.medulla.archive.database.Database;
import org.medulla.archive.nomenclature.Nomenclatures;
import org.medulla.archive.nomenclature.RecordedChange;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.nomenclature.NomenclatureHistory;
import tools.jackson.core.JacksonException;

/** Makes the nomenclature from its changes again and compares each version, and what merged classes show as. */
final class NomenclatureCheck {
    private final Database database;
    private final Findings findings;

    NomenclatureCheck(Database database, Findings findings) {
        this.database = database;
        this.findings = findings;
    }

    void run() {
        try {
            List<RecordedChange> changes = new Nomenclatures(database, InstantSource.system()).changes();
            NomenclatureHistory history = NomenclatureHistory.standard();
            for (RecordedChange recorded : changes) {
                history = history.with(recorded.change());
                if (!history.current().version().equals(recorded.version())) {
                    changed("The change that gave " + recorded.version() + " leads to "
                            + history.current().version() + " now");
                }
            }
            if (!database.read(ClassesNow::of).merged().equals(history.current().merged())) {
                findings.add(
                        Finding.Kind.WRONG_INDEX,
                        "class_map",
                        "The map of merged classes does not follow from the changes of the nomenclature: restore the home"
                                + " from a copy.");
            }
        } catch (MedullaException | IllegalArgumentException | JacksonException e) {
            changed("The changes make no nomenclature any more (" + e.getMessage() + ")");
        }
    }

    private void changed(String words) {
        findings.add(Finding.Kind.CHANGED_NOMENCLATURE, "nomenclature", words + ": restore the home from a copy.");
    }
}
