package org.medulla.cli.command;

import java.util.Locale;
import org.medulla.archive.Archive;
import org.medulla.archive.verification.Finding;
import org.medulla.archive.verification.VerificationReport;

/** Verifies the archive. */
@picocli.CommandLine.Command(
        name = "verify",
        description = "Compute every digest again: finds a flipped bit, a missing file, an edited row.")
public final class VerifyCommand extends Command {
    @Override
    public Integer call() {
        try (Archive archive = Archive.open(place())) {
            VerificationReport report = archive.verify(progress());
            for (Finding finding : report.findings()) {
                console().out().println(finding.which() + ": " + finding.words());
            }
            console()
                    .out()
                    .println(String.format(
                            Locale.ROOT,
                            "%,d images and files (%,.1f MB), %,d rows, %,d entries of the log: %s",
                            report.blobs(),
                            report.bytes() / 1e6,
                            report.rows(),
                            report.auditEntries(),
                            report.isClean()
                                    ? "all as it was written"
                                    : report.findings().size() + " findings"));
            return report.isClean() ? DONE : FAILED;
        }
    }
}
