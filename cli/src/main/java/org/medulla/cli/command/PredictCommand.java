package org.medulla.cli.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.search.SearchLanguage;
import org.medulla.laboratory.model.OpenModel;
import org.medulla.laboratory.prediction.CellPredictor;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Keeps what a model says of cells. */
@picocli.CommandLine.Command(
        name = "predict",
        description = "Ask a model about cells of the database and keep what it says, to search by it.",
        footer = {
            "",
            "After Ctrl-C or a kill the same command goes on.",
            "Example: medulla predict",
            "         medulla cells 'class:BLA -prediction:BLA' --order confidence"
        })
public final class PredictCommand extends Command {
    @Mixin
    private ModelOption model = new ModelOption();

    @Parameters(arity = "0..1", paramLabel = "QUESTION", description = CellChoice.QUESTION)
    private Optional<String> question = Optional.empty();

    @Override
    public Integer call() {
        try (OpenModel opened = model.find(place()).open();
                Archive archive = Archive.open(place())) {
            List<CellId> cells = archive.search().ids(SearchLanguage.parse(question.orElse("")));
            int asked = new CellPredictor(archive, opened).predict(cells, progress());
            say(String.format(
                    Locale.ROOT,
                    "%,d of %,d cells predicted by %s; the others were before.",
                    asked,
                    cells.size(),
                    opened.name()));
        }
        return DONE;
    }
}
