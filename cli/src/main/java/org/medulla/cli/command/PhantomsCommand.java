package org.medulla.cli.command;

import java.nio.file.Path;
import java.util.Locale;
import org.medulla.vision.phantom.PhantomPlan;
import org.medulla.vision.phantom.Phantoms;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws synthetic cells. */
@picocli.CommandLine.Command(
        name = "phantoms",
        description = "Draw synthetic marrow cells with a manifest that 'import' reads.",
        footer = {"", "Example: medulla phantoms --cells 4000 --patients 60 phantoms"})
public final class PhantomsCommand extends Command {
    @Option(names = "--cells", paramLabel = "N", defaultValue = "4000", description = "How many cells. Default: 4000.")
    private int cells = 4000;

    @Option(
            names = "--patients",
            paramLabel = "N",
            defaultValue = "60",
            description = "Of how many patients. Default: 60.")
    private int patients = 60;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "The seed of all chance. Default: 1.")
    private long seed = 1;

    @Parameters(paramLabel = "DIR", description = "A new folder, or one with a part of the same phantoms.")
    private Path folder = Path.of("phantoms");

    @Override
    public Integer call() {
        Phantoms.Summary summary = Phantoms.draw(new PhantomPlan(cells, patients, seed), folder, progress());
        console().out().println(summary.manifest());
        say(String.format(Locale.ROOT, "%,d synthetic cells drawn, %,d there before", summary.drawn(), summary.kept()));
        return DONE;
    }
}
