package org.medulla.cli.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.medulla.archive.Archive;
import org.medulla.laboratory.release.Licences;
import org.medulla.laboratory.release.ReleaseCheck;
import org.medulla.laboratory.release.ReleaseCheckReport;
import org.medulla.laboratory.release.ReleaseFinding;
import org.medulla.laboratory.release.ReleaseForm;
import org.medulla.laboratory.release.ReleaseRequest;
import org.medulla.laboratory.release.ReleaseSummary;
import org.medulla.laboratory.release.ReleaseWriter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a dataset version as a release, or checks one. */
@picocli.CommandLine.Command(
        name = "release",
        description = "Write a dataset version so that others can cite and read it, or check a copy.",
        subcommands = ReleaseCommand.Check.class,
        footer = {
            "",
            "Stopped at any point, the same command goes on where it was. 'medulla import DIR' brings a release back.",
            "Example: medulla release marrow --out marrow-release --licence CC-BY-4.0"
        })
public final class ReleaseCommand extends Command {
    private static final long MEGABYTE = 1_000_000;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The dataset version, made with 'medulla freeze'.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", description = "The folder to write.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--form",
            paramLabel = "FORM",
            defaultValue = "folder",
            description = "How the images lie: folder, tar (WebDataset) or parquet. Default: folder.")
    private ReleaseForm form = ReleaseForm.FOLDER;

    @Option(
            names = "--since",
            paramLabel = "NAME",
            description = "The dataset version before: what changed since is listed.")
    private Optional<String> since = Optional.empty();

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description = "The date it bears. Default: the day it was frozen (UTC).")
    private Optional<LocalDate> date = Optional.empty();

    @Option(
            names = "--licence",
            paramLabel = "[SOURCE=]SPDX",
            description = "The licence of all images, or of those of one source, as CC-BY-4.0. May be repeated.")
    private List<String> licences = List.of();

    @Option(names = "--creator", paramLabel = "WHO", description = "Who answers for the collection.")
    private Optional<String> creator = Optional.empty();

    @Option(names = "--url", paramLabel = "URL", description = "Where it is published.")
    private Optional<String> url = Optional.empty();

    @Option(
            names = "--shard",
            paramLabel = "MB",
            defaultValue = "1000",
            description = "How many megabytes of images a tar shard or Parquet file holds. Default: 1000.")
    private long shard = ReleaseRequest.USUAL_SHARD / MEGABYTE;

    @Override
    public Integer call() {
        if (name.isEmpty() || out.isEmpty()) {
            throw wrongUsage("Which dataset version, and where to? As: medulla release NAME --out DIR.");
        }
        if (shard < 1 || shard > 1_000_000) {
            throw wrongUsage("--shard is a number of megabytes from 1, not " + shard + ".");
        }
        try (Archive archive = Archive.open(place())) {
            ReleaseSummary summary = new ReleaseWriter(archive)
                    .write(
                            new ReleaseRequest(
                                    name.get(),
                                    out.get(),
                                    form,
                                    since,
                                    date,
                                    Licences.read(licences),
                                    creator,
                                    url,
                                    shard * MEGABYTE,
                                    "medulla " + Version.current().name()),
                            progress());
            print(summary);
        }
        return DONE;
    }

    private void print(ReleaseSummary summary) {
        console()
                .out()
                .println(String.format(
                        Locale.ROOT,
                        "%s: %,d cells in %,d files (%,.1f MB) as %s in %s",
                        summary.dataset(),
                        summary.cells(),
                        summary.files() + 1,
                        summary.bytes() / 1e6,
                        summary.form().word(),
                        summary.folder()));
        if (!summary.changes().isEmpty()) {
            console().out().println(summary.changes());
        }
        console().out().println("Digest of the manifest: " + summary.manifest());
        if (!summary.unlicensed().isEmpty()) {
            say("The licence is unknown for " + String.join(", ", summary.unlicensed())
                    + ", and the release says so: give it with --licence before you publish it.");
        }
        if (creator.isEmpty()) {
            say("No creator is named, and the release says so: give one with --creator before you publish it.");
        }
        say("Next: medulla release check " + summary.folder());
    }

    /** Checks a copy of a release. */
    @picocli.CommandLine.Command(
            name = "check",
            description =
                    "Check a copy of a release: every digest, no file missing or too many, all lists in agreement.")
    static final class Check extends Command {
        @Parameters(paramLabel = "DIR", description = "The folder.")
        private Path folder = Path.of("");

        @Override
        public Integer call() {
            ReleaseCheckReport report = ReleaseCheck.check(folder, progress());
            for (ReleaseFinding finding : report.findings()) {
                console().out().println(finding.file() + ": " + finding.words());
            }
            console()
                    .out()
                    .println(String.format(
                            Locale.ROOT,
                            "%,d files, %,d cells: %s",
                            report.files(),
                            report.cells(),
                            report.isClean()
                                    ? "all as it was released"
                                    : report.findings().size() + " findings"));
            return report.isClean() ? DONE : FAILED;
        }
    }
}
