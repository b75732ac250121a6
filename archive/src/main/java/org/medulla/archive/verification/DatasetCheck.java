package org.medulla.archive.verification;

import java.util.List;
import org.medulla.archive.blob.Blobs;
import org.medulla.archive.database.Database;
import org.medulla.archive.dataset.DatasetVersion;
import org.medulla.archive.dataset.Datasets;
import org.medulla.archive.dataset.Splits;
import org.medulla.cytology.job.Progress;

/** Makes the manifest of each dataset version from its rows again and compares its digest, and that of each split. */
final class DatasetCheck {
    private final Datasets datasets;
    private final Splits splits;
    private final Findings findings;

    DatasetCheck(Database database, Blobs blobs, Findings findings) {
        this.datasets = Datasets.readingFrom(database, blobs);
        this.splits = Splits.readingFrom(database);
        this.findings = findings;
    }

    void run(Progress progress) {
        List<DatasetVersion> versions = datasets.list();
        try (Progress.Stage stage = progress.stage("Checking datasets", versions.size())) {
            for (DatasetVersion version : versions) {
                if (!datasets.computedDigest(version).equals(version.digest())) {
                    changed("dataset " + version.name(), "The rows of the dataset do not make its manifest any more");
                }
                splits.of(version).stream()
                        .filter(split -> !splits.computedDigest(split).equals(split.itemsDigest()))
                        .forEach(split -> changed(
                                "split of " + version.name() + " (" + split.plan() + ")",
                                "The folds do not make the split's digest any more"));
                stage.advance(1);
            }
        }
    }

    private void changed(String which, String words) {
        findings.add(Finding.Kind.CHANGED_DATASET, which, words + ": restore the home from a copy, or freeze again.");
    }
}
