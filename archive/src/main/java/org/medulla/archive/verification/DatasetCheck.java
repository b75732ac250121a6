package org.medulla.archive.verification;

import java.util.List;
import org.medulla.archive.blob.Blobs;
import org.medulla.archive.database.Database;
import org.medulla.archive.dataset.DatasetVersion;
import org.medulla.archive.dataset.Datasets;
import org.medulla.archive.dataset.Splits;
import org.medulla.cytology.job.MedullaException;
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
                checkSplits(version);
                stage.advance(1);
            }
        }
    }

    private void checkSplits(DatasetVersion version) {
        try {
            splits.of(version).stream()
                    .filter(stored ->
                            !stored.split().digest().equals(stored.digest().hex()))
                    .forEach(stored -> changed(
                            "split of " + version.name() + " of " + stored.created(),
                            "The folds do not make the split's digest any more"));
        } catch (MedullaException e) {
            changed("split of " + version.name(), "The folds are no split any more");
        }
    }

    private void changed(String which, String words) {
        findings.add(Finding.Kind.CHANGED_DATASET, which, words + ": restore the home from a copy, or freeze again.");
    }
}
