package org.medulla.cli.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.medulla.archive.Archive;
import org.medulla.archive.intake.ImportPlan;
import org.medulla.archive.intake.ImportSummary;
import org.medulla.archive.layout.Layout;
import org.medulla.archive.layout.Layouts;
import org.medulla.archive.layout.ScaledLayout;
import org.medulla.archive.layout.SetAside;
import org.medulla.cli.console.Table;
import org.medulla.cli.console.Table.Column;
import org.medulla.cytology.nomenclature.CellClass;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.laboratory.intake.ImageIntake;
import org.medulla.laboratory.intake.IntakeReport;
import org.medulla.laboratory.release.ReleaseImport;
import org.medulla.laboratory.release.ReleaseImportReport;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings labelled images into the archive. */
@picocli.CommandLine.Command(
        name = "import",
        description = "Bring folders or lists of labelled images into the database.",
        footer = {
            "",
            "Every image is decoded once; what is unreadable is set aside and listed in a CSV file.",
            "Stopped at any point, the same command goes on where it was.",
            "Example: medulla import BM_cytomorphology_data"
        })
public final class ImportCommand extends Command {
    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "A folder with a folder per class, a CSV manifest (columns path, class, ...), or a release.")
    private List<Path> paths = List.of();

    @Option(
            names = "--layout",
            paramLabel = "NAME",
            defaultValue = "auto",
            description = "How the images lie: auto, published, pbc, folders, manifest or release. Default: auto.")
    private String layout = "auto";

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "A CSV file (columns folder, code) that says which class each folder is.")
    private Optional<Path> mapping = Optional.empty();

    @Option(names = "--in-place", description = "Leave the files where they are instead of copying them.")
    private boolean inPlace;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "What the source is called. Default: the name of the folder.")
    private Optional<String> source = Optional.empty();

    @Mixin
    private ScaleOption scale = new ScaleOption();

    @Override
    public Integer call() {
        OptionalDouble micronsPerPixel = scale.stated();
        if (inPlace || source.isPresent() || micronsPerPixel.isPresent()) {
            refuseForReleases();
        }
        try (Archive archive = Archive.open(place())) {
            return bringIn(archive, micronsPerPixel);
        }
    }

    private int bringIn(Archive archive, OptionalDouble micronsPerPixel) {
        Layouts known = Layouts.of(archive.nomenclature());
        List<Layout> layouts = new ArrayList<>();
        List<Path> releases = new ArrayList<>();
        for (Path path : paths) {
            if (layout.equals("release")
                    || (layout.equals("auto") && mapping.isEmpty() && ReleaseImport.isRelease(path))) {
                releases.add(path);
                continue;
            }
            Layout found = mapping.isPresent() ? known.folders(path, mapping.get()) : known.named(layout, path);
            layouts.add(micronsPerPixel.isPresent() ? new ScaledLayout(found, micronsPerPixel.getAsDouble()) : found);
        }
        boolean unreadable = false;
        for (Layout one : layouts) {
            String name = source.orElseGet(one::sourceName);
            IntakeReport report = new ImageIntake(archive)
                    .run(new ImportPlan(name, one.root(), one.name(), inPlace), one, progress());
            print(report, archive.nomenclature());
            unreadable |= report.someUnreadable();
        }
        for (Path release : releases) {
            print(new ReleaseImport(archive).run(release, progress()));
        }
        return unreadable ? DONE_BUT_SOME_UNREADABLE : DONE;
    }

    /** A release says itself where its cells come from, and its images are copied. */
    private void refuseForReleases() {
        if (paths.stream().anyMatch(ReleaseImport::isRelease) && (layout.equals("auto") || layout.equals("release"))) {
            throw wrongUsage(
                    "--in-place, --source and --microns-per-pixel do not apply to a release, which says these itself.");
        }
    }

    private void print(ReleaseImportReport report) {
        line(report.newCells(), "new cells");
        lineIfAny(report.cells() - report.newCells(), "cells that were here already");
        line(report.annotations(), "readings, with readers and times as they were");
        lineIfAny(report.splits(), "splits");
        lineIfAny(report.brought().size(), "changes of the nomenclature, which hold here from now on");
        report.brought()
                .forEach(change -> console().out().println("             " + ClassesCommand.words(change.change())));
        console()
                .out()
                .println(String.format(
                        Locale.ROOT, "%s: %,d cells, digest %s", report.dataset(), report.cells(), report.digest()));
    }

    private void print(IntakeReport report, Nomenclature nomenclature) {
        PrintStream out = console().out();
        ImportSummary summary = report.summary();
        Table classes = new Table(Column.words("class"), Column.words("name"), Column.numbers("cells"));
        for (CellClass one : nomenclature.classes()) {
            long cells = report.cellsByClass().getOrDefault(one.code(), 0L);
            if (cells > 0) {
                classes.row(one.code(), one.name(), String.format(Locale.ROOT, "%,d", cells));
            }
        }
        if (!classes.isEmpty()) {
            out.println("Cells of " + summary.source() + " in " + place());
            classes.print(out);
            out.println();
        }
        line(summary.cells(), "new cells");
        lineIfAny(summary.known(), "files known from an earlier import");
        lineIfAny(summary.duplicates(), "files with the same bytes as another cell");
        lineIfAny(summary.contradictions().size(), "files whose bytes were filed under another class before");
        summary.contradictions().stream()
                .limit(10)
                .forEach(c -> out.println("             " + c.path() + ": " + c.classCode() + ", before "
                        + c.firstClassCode() + " in " + c.firstPath()));
        lineIfAny(summary.setAside().size(), "files set aside");
        report.reasons().forEach((kind, files) -> out.println(String.format(Locale.ROOT, "%,15d %s", files, kind)));
        if (!summary.setAside().isEmpty()) {
            out.println("The files that were set aside are listed in " + report.setAsideList());
            if (report.reasons().containsKey(SetAside.UNKNOWN_CLASS)) {
                say("A class that is missing is added with `medulla classes add`; import again afterwards.");
            }
        }
    }

    private void lineIfAny(long count, String words) {
        if (count > 0) {
            line(count, words);
        }
    }

    private void line(long count, String words) {
        console().out().println(String.format(Locale.ROOT, "%,10d %s", count, words));
    }
}
