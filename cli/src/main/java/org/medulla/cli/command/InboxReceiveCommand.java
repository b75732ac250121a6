package org.medulla.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.medulla.archive.Archive;
import org.medulla.archive.contribution.Contribution;
import org.medulla.archive.contribution.ContributionPlan;
import org.medulla.laboratory.contribution.ClassWords;
import org.medulla.laboratory.contribution.Inspection;
import org.medulla.laboratory.contribution.Receiving;
import org.medulla.laboratory.contribution.UnpackLimits;
import org.medulla.laboratory.release.Licences;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes what a laboratory sends into the inbox and looks at every picture. */
@picocli.CommandLine.Command(
        name = "receive",
        description = "Take a folder or archive into the inbox and look at every picture; nothing becomes a cell yet.",
        footer = {
            "",
            "Checked: metadata, paths and columns that could tell who a patient is, letters in the pixels,",
            "focus, exposure, stain, the cell in the middle, duplicates, class words.",
            "Stopped at any point, the same command goes on where it was."
        })
public final class InboxReceiveCommand extends Command {
    @Parameters(
            paramLabel = "PATH",
            description = "A folder, zip, tar or tar.gz, with a folder per class or a CSV manifest.")
    private Path path = Path.of("");

    @Option(names = "--from", required = true, paramLabel = "LABORATORY", description = "Who sends it.")
    private String laboratory = "";

    @Option(
            names = "--licence",
            required = true,
            paramLabel = "SPDX",
            description = "Under which licence the pictures may be used, such as CC-BY-4.0.")
    private String licence = "";

    @Option(
            names = "--consent",
            required = true,
            paramLabel = "STATEMENT",
            description = "On what ground the patients' cells may be shared: the consent, the ethics vote.")
    private String consent = "";

    @Option(names = "--contact", paramLabel = "WHO", description = "Whom to write to.")
    private Optional<String> contact = Optional.empty();

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "What the source of accepted cells is called. Default: the laboratory.")
    private Optional<String> source = Optional.empty();

    @Option(
            names = "--classes",
            paramLabel = "MAP",
            description = "A CSV (columns name, code) that says which class each word of the laboratory means, or pbc.")
    private Optional<String> classes = Optional.empty();

    @Mixin
    private ScaleOption scale = new ScaleOption();

    @Override
    public Integer call() {
        OptionalDouble micronsPerPixel = scale.stated();
        if (!Licences.isUsual(licence.strip()) && !licence.isBlank()) {
            say("\"" + licence + "\" is none of the usual licences ("
                    + String.join(", ", Licences.USUAL.stream().sorted().toList())
                    + "): it is kept as it is; make sure that the pictures may be passed on under it.");
        }
        ContributionPlan plan = new ContributionPlan(
                source.orElse(laboratory).strip(),
                laboratory.strip(),
                contact,
                licence.strip(),
                consent.strip(),
                path,
                classes,
                micronsPerPixel);
        try (Archive archive = Archive.open(place())) {
            ClassWords words = ClassWords.of(classes, archive.nomenclature());
            Contribution contribution = new Receiving(archive, UnpackLimits.USUAL).run(plan, words, progress());
            Inspection inspection = new Inspection(archive, contribution);
            new InboxTables(console()).print(inspection);
            say("Report: "
                    + InboxTables.writeReport(
                            archive,
                            inspection,
                            archive.contributions().folder().of(contribution.id())));
            say("Next: medulla inbox accept " + contribution.id() + " --steward NAME");
        }
        return DONE;
    }
}
