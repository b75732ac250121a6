package org.medulla.archive.annotation;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.cell.CellQuery;

/** A reader in a process of its own, which can be killed. It says the number of each label on its output once it is stored. */
public final class LabelProcess {
    static final String READER = "Dr. Roth";
    private static final List<String> CLASSES = List.of("BLA", "PMO", "MYB", "NGS", "EOS");

    private LabelProcess() {}

    /** Labels cells of a home, each label with its number as the reason: from the given number on, up to another. */
    public static void main(String[] arguments) {
        try (Archive archive = Archive.open(Path.of(arguments[0]))) {
            long cells = archive.cells().count(CellQuery.all());
            Random random = new Random(2026);
            for (int number = Integer.parseInt(arguments[1]); number < Integer.parseInt(arguments[2]); number++) {
                CellId cell = new CellId(1 + random.nextLong(cells));
                archive.annotations()
                        .add(Reading.of(cell, READER, CLASSES.get(number % CLASSES.size()))
                                .because(Integer.toString(number)));
                System.out.println(number);
                System.out.flush();
            }
        }
    }

    /**
     * Starts a process that goes on after what was stored, reads what it says and kills it.
     *
     * @param goal the number that no label reaches
     * @param lifetime how many labels it may store before it is killed
     * @return the number after that of the last label that it said was stored
     */
    static int runAndKill(Path home, int from, int goal, int lifetime) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LabelProcess.class.getName(),
                        home.toString(),
                        Integer.toString(from),
                        Integer.toString(goal))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int next = from;
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                next = Integer.parseInt(line) + 1;
                if (next - from == lifetime) {
                    // Through its handle: the process itself would throw away what it said before it was killed.
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        return next;
    }
}
