package org.medulla.archive.annotation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Locale;
import java.util.Random;
import org.medulla.archive.Archive;
import org.medulla.archive.FullArchive;
import org.medulla.cytology.job.Progress;

/**
 * How many of a million labels that were reported as stored are lost when the process that stores them is killed again and
 * again. Arguments: a new folder, how many labels, how many labels a process lives on average.
 */
public final class KilledLabellingFigures {
    private KilledLabellingFigures() {}

    /** Prints the figure. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int labels = Integer.parseInt(arguments[1]);
        int lifetime = Integer.parseInt(arguments[2]);
        Path home = folder.resolve("home");
        try (Archive archive = Archive.open(home)) {
            FullArchive.fill(archive, folder.resolve("files"));
        }
        Random random = new Random(2026);
        int next = 0;
        int kills = 0;
        long started = System.nanoTime();
        while (next < labels) {
            next = LabelProcess.runAndKill(home, next, labels, 1 + random.nextInt(2 * lifetime));
            kills++;
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        try (Archive archive = Archive.open(home)) {
            BitSet there = new BitSet();
            KilledLabellingTest.numbers(archive).forEach(there::set);
            System.out.println(String.format(
                    Locale.ROOT,
                    "%,d labels reported as stored, %,d kills, %,d lost, %d findings, %.0f s",
                    labels,
                    kills - 1,
                    labels - there.cardinality(),
                    archive.verify(Progress.silent()).findings().size(),
                    seconds));
        }
    }
}
