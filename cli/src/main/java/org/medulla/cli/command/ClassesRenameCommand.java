package org.medulla.cli.command;

import org.medulla.archive.Archive;
import org.medulla.archive.nomenclature.RecordedChange;
import org.medulla.cytology.nomenclature.NomenclatureChange;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Renames a class. */
@picocli.CommandLine.Command(
        name = "rename",
        description = "Call a class otherwise; its code stays.",
        footer = {"", "Example: medulla classes rename OTH --name \"Other nucleated cell\" --by Weiß"})
public final class ClassesRenameCommand extends Command {
    @Parameters(paramLabel = "CODE", converter = ClassCode.Converter.class, description = "The class.")
    private ClassCode code = new ClassCode("");

    @Option(names = "--name", paramLabel = "NAME", required = true, description = "What it is called from now on.")
    private String name = "";

    @Mixin
    private ChangeAuthor author = new ChangeAuthor();

    @Override
    public Integer call() {
        try (Archive archive = Archive.open(place())) {
            RecordedChange made =
                    author.make(archive, new NomenclatureChange.Renamed(code.in(archive.nomenclature(), spec()), name));
            say("Renamed " + made.change().code() + " to \"" + name + "\". The nomenclature is " + made.version()
                    + " now.");
        }
        return DONE;
    }
}
