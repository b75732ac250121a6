package org.medulla.cli.command;

import java.util.Locale;
import org.medulla.archive.Archive;
import org.medulla.archive.model.ModelVersion;
import org.medulla.cli.console.Table;
import org.medulla.cli.console.Table.Column;

/** Lists models. */
@picocli.CommandLine.Command(name = "models", description = "List the models of the home.")
public final class ModelsCommand extends Command {
    @Override
    public Integer call() {
        try (Archive archive = Archive.open(place())) {
            Table table = new Table(
                    Column.words("model"), Column.words("created"), Column.numbers("MB"), Column.words("digest"));
            for (ModelVersion model : archive.models().list()) {
                table.row(
                        model.name(),
                        model.created().toString().substring(0, 16).replace('T', ' '),
                        String.format(Locale.ROOT, "%.1f", model.bytes() / 1e6),
                        model.digest().hex().substring(0, 12));
            }
            if (table.isEmpty()) {
                say("There is no model in " + place() + " yet: train one with `medulla train`, or take one in with"
                        + " `medulla model import FILE`.");
            } else {
                table.print(console().out());
            }
        }
        return DONE;
    }
}
