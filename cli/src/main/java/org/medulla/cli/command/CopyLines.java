package org.medulla.cli.command;

import java.io.PrintStream;
import java.util.Locale;
import org.medulla.archive.Place;
import org.medulla.archive.copy.CopyReport;

/** Says what a copy brought over. */
final class CopyLines {
    private CopyLines() {}

    static void print(CopyReport report, Place there, PrintStream out) {
        out.println(String.format(Locale.ROOT, "%,10d rows", report.rows()));
        out.println(
                String.format(Locale.ROOT, "%,10d images and files (%,.1f MB)", report.blobs(), report.bytes() / 1e6));
        if (report.inPlace() > 0) {
            out.println(String.format(
                    Locale.ROOT,
                    "%,10d images were imported in place and stay in the files where they are",
                    report.inPlace()));
        }
        out.println("In " + there + " is the state " + report.state());
    }
}
