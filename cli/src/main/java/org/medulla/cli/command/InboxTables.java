package org.medulla.cli.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.medulla.archive.Archive;
import org.medulla.archive.contribution.ContributionItem;
import org.medulla.archive.contribution.Verdict;
import org.medulla.cli.console.Console;
import org.medulla.cli.console.Table;
import org.medulla.cli.console.Table.Column;
import org.medulla.cytology.job.MedullaException;
import org.medulla.laboratory.contribution.ContributionSummary;
import org.medulla.laboratory.contribution.Inspection;
import org.medulla.laboratory.report.ContributionReport;

/** Prints what is in a contribution. */
record InboxTables(Console console) {

    /** The summary: by verdict, by finding, by class word. */
    void print(Inspection inspection) {
        PrintStream out = console.out();
        ContributionSummary summary = inspection.summary();
        out.println("Contribution " + inspection.contribution().id() + " of "
                + inspection.contribution().plan().laboratory() + ": "
                + InboxCommand.count(inspection.items().size()) + " pictures, "
                + inspection.contribution().state());
        out.println();
        Table verdicts = new Table(Column.words("verdict"), Column.numbers("pictures"), Column.words("what to do"));
        for (Verdict verdict : Verdict.values()) {
            if (summary.of(verdict) > 0) {
                verdicts.row(verdict.word(), InboxCommand.count(summary.of(verdict)), verdict.todo());
            }
        }
        verdicts.print(out);
        if (!summary.kinds().isEmpty()) {
            out.println();
            Table kinds = new Table(
                    Column.words("looked at"),
                    Column.words("found"),
                    Column.numbers("pictures"),
                    Column.numbers("first"));
            summary.kinds()
                    .forEach(kind ->
                            kinds.row(kind.check(), kind.kind(), InboxCommand.count(kind.pictures()), kind.first()));
            kinds.print(out);
        }
        out.println();
        Table classes = new Table(Column.words("class word"), Column.words("class"), Column.numbers("pictures"));
        summary.classes()
                .forEach(word -> classes.row(
                        word.word().orElse("(none)"), word.code().orElse("-"), InboxCommand.count(word.pictures())));
        classes.print(out);
        long unknown = summary.classes().stream()
                .filter(word -> word.code().isEmpty())
                .mapToLong(ContributionSummary.WordCount::pictures)
                .sum();
        if (unknown > 0) {
            console.say(
                    InboxCommand.count(unknown)
                            + " pictures have no class yet: give a class map (lines name,code) with `medulla inbox accept --classes`.");
        }
    }

    /** Every picture of which something was found, a line each. */
    void printFlagged(Inspection inspection) {
        Table table = new Table(
                Column.numbers("number"),
                Column.words("file"),
                Column.words("verdict"),
                Column.words("decided"),
                Column.words("found"));
        for (ContributionItem item : inspection.items()) {
            if (item.verdict() != Verdict.GOOD) {
                table.row(
                        item.position(),
                        inspection.path(item),
                        item.verdict().word(),
                        inspection.decision(item).map(d -> d.outcome().word()).orElse(""),
                        item.findings().stream()
                                .map(finding -> finding.kind()
                                        + (finding.words().isEmpty()
                                                ? " (" + finding.where() + ")"
                                                : ": " + finding.words()))
                                .distinct()
                                .collect(Collectors.joining("; ")));
            }
        }
        table.print(console.out());
    }

    /** Writes the report into a folder, and says where it is. */
    static Path writeReport(Archive archive, Inspection inspection, Path folder) {
        Path file = folder.resolve("report.html");
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    file,
                    new ContributionReport(
                                    archive, inspection, Version.current().name())
                            .html());
            return file;
        } catch (IOException e) {
            throw MedullaException.resources(
                    "The report could not be written to " + file + ": free space or choose another folder.", e);
        }
    }
}
