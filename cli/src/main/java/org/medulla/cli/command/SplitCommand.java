package org.medulla.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.medulla.archive.Archive;
import org.medulla.archive.dataset.FrozenCell;
import org.medulla.cli.console.Table;
import org.medulla.cli.console.Table.Column;
import org.medulla.cytology.dataset.SplitUnit;
import org.medulla.laboratory.dataset.FoldedDataset;
import org.medulla.laboratory.dataset.Splitting;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Divides a dataset into folds. */
@picocli.CommandLine.Command(
        name = "split",
        description = "Divide a dataset into folds, stratified by class.",
        footer = {"", "Example: medulla split marrow --folds 5 --seed 2026"})
public final class SplitCommand extends Command {
    @Parameters(paramLabel = "NAME", description = "The dataset.")
    private String name = "";

    @Option(names = "--folds", paramLabel = "N", defaultValue = "5", description = "How many folds. Default: 5.")
    private int folds = 5;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "2026", description = "The seed. Default: 2026.")
    private long seed = 2026;

    @Option(
            names = "--by",
            paramLabel = "UNIT",
            description = {
                "What stays together: cell, patient, smear, or pseudo-smear (guessed from the pictures); published deals cells as numpy did for the published"
                        + " figures. Default: patient where all patients are known, otherwise cell."
            })
    private Optional<SplitUnit> unit = Optional.empty();

    @Option(
            names = "--test",
            paramLabel = "FILE",
            description = "Instead: fold 0 is what this CSV lists in its column 'file', fold 1 the rest.")
    private Optional<Path> list = Optional.empty();

    @Override
    public Integer call() {
        if (folds < 2) {
            throw wrongUsage("--folds is at least 2, not " + folds + ".");
        }
        try (Archive archive = Archive.open(place())) {
            Splitting splitting = new Splitting(archive);
            if (list.isPresent()) {
                Splitting.ListedSplit listed = splitting.asListed(name, list.get());
                if (!listed.missing().isEmpty()) {
                    say(String.format(
                            Locale.ROOT,
                            "%,d listed files are not in the dataset, as %s.",
                            listed.missing().size(),
                            listed.missing().getFirst()));
                }
            } else {
                deal(splitting);
            }
            FoldedDataset dataset = FoldedDataset.read(archive, name);
            console()
                    .out()
                    .println(name + ": " + dataset.planInWords() + ", digest "
                            + dataset.split().digest());
            print(dataset);
        }
        return DONE;
    }

    private void deal(Splitting splitting) {
        if (unit.filter(SplitUnit.PSEUDO_SMEAR::equals).isPresent()) {
            splitting.dealPseudoSmears(name, folds, seed, progress());
            say("Pseudo-smears are guesses: `medulla audit smears " + name + "` shows what they are made of.");
        } else {
            splitting.deal(name, folds, seed, unit);
        }
    }

    private void print(FoldedDataset dataset) {
        int count = dataset.folds();
        Column[] columns = new Column[count + 1];
        columns[0] = Column.words("class");
        for (int fold = 0; fold < count; fold++) {
            columns[fold + 1] = Column.numbers("fold " + fold);
        }
        Table table = new Table(columns);
        List<String> codes = dataset.nomenclature()
                .inOrder(dataset.cells().stream().map(FrozenCell::classCode).toList());
        for (String code : codes) {
            Object[] cells = new Object[count + 1];
            cells[0] = code;
            long sum = 0;
            for (int fold = 0; fold < count; fold++) {
                long inFold = ofClass(dataset.fold(fold), code);
                cells[fold + 1] = inFold;
                sum += inFold;
            }
            if (sum > 0) {
                table.row(cells);
            }
        }
        table.print(console().out());
        if (dataset.split().plan().unit() != SplitUnit.PSEUDO_SMEAR
                && dataset.without(OptionalInt.empty()).stream()
                        .anyMatch(cell -> cell.patient().isEmpty())) {
            say("Patients are not known for all cells: cells of one smear can stand in several folds, which flatters"
                    + " every figure.");
        }
    }

    private static long ofClass(List<FrozenCell> cells, String code) {
        return cells.stream().filter(cell -> cell.classCode().equals(code)).count();
    }
}
