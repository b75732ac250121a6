package org.medulla.cli.command;

import java.util.Locale;
import java.util.Optional;
import org.medulla.archive.Archive;
import org.medulla.archive.dataset.DatasetVersion;
import org.medulla.archive.search.Condition;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a dataset version. */
@picocli.CommandLine.Command(
        name = "freeze",
        description = "Make an immutable dataset version of cells with their present classes.",
        footer = {
            "",
            "Example: medulla freeze marrow --class BLA,EOS,LYT",
            "         medulla freeze sure 'class:BLA disputed:no'"
        })
public final class FreezeCommand extends Command {
    @Parameters(index = "0", paramLabel = "NAME", description = "What the dataset is called.")
    private String name = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "QUESTION", description = CellChoice.QUESTION)
    private Optional<String> question = Optional.empty();

    @Mixin
    private CellChoice choice = new CellChoice();

    @Override
    public Integer call() {
        try (Archive archive = Archive.open(place())) {
            DatasetVersion frozen = freeze(archive);
            console()
                    .out()
                    .println(String.format(
                            Locale.ROOT,
                            "%s: %,d cells, digest %s",
                            frozen.name(),
                            frozen.cells(),
                            frozen.digest().hex()));
            if (frozen.contradictions() > 0) {
                say(String.format(
                        Locale.ROOT,
                        "%,d of them were filed under several classes; the first one counts.",
                        frozen.contradictions()));
            }
            say("Next: medulla split " + name);
        }
        return DONE;
    }

    private DatasetVersion freeze(Archive archive) {
        if (question.isEmpty()) {
            return archive.datasets().freeze(name, choice.query(archive.nomenclature()));
        }
        Condition condition = choice.condition(question, archive.nomenclature());
        return archive.datasets()
                .freeze(name, condition.text(), archive.search().ids(condition));
    }
}
