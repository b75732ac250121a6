package org.medulla.archive.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.medulla.archive.Archive;
import org.medulla.archive.Synthetic;
import org.medulla.archive.layout.LabelledFile;
import org.medulla.archive.layout.LayoutEntry;
import org.medulla.archive.layout.Layouts;
import org.medulla.cytology.job.MedullaException;

/** An import in a process of its own, which can be killed. It says on its output when a batch is stored. */
public final class ImportProcess {
    static final String STORED = "stored";
    static final String FINISHING = "finishing";
    private static final int BATCH = 20;

    private ImportProcess() {}

    /** Imports a folder into a home; ends with 3 and the error's code when it fails on purpose. */
    public static void main(String[] arguments) {
        try (Archive archive = Archive.open(Path.of(arguments[0]))) {
            run(archive, Path.of(arguments[1]));
        } catch (MedullaException e) {
            System.out.println(e.code() + ": " + e.getMessage());
            System.exit(3);
        }
    }

    /** The same import in this process. */
    static ImportSummary run(Archive archive, Path folder) {
        List<LabelledFile> files = new ArrayList<>();
        try (Stream<LayoutEntry> entries = Layouts.standard().detect(folder).entries()) {
            entries.forEach(entry -> {
                if (entry instanceof LabelledFile file) {
                    files.add(file);
                }
            });
        }
        return Synthetic.importAll(
                archive, new ImportPlan("published", folder, "published", false), files, BATCH, ImportProcess::say);
    }

    private static void say(String what) {
        System.out.println(what);
        System.out.flush();
    }

    /** Starts the import in a process, the command line preceded by a few words of shell: "ulimit -f 4096;". */
    static Process start(Path home, Path folder, String before) throws IOException {
        String java = ProcessHandle.current().info().command().orElse("java");
        String command = before + " exec \"$0\" \"$@\"";
        return new ProcessBuilder(
                        "bash",
                        "-c",
                        command,
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImportProcess.class.getName(),
                        home.toString(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Reads a process's output up to the end or, when that comes first, the given number of lines that begin with a word. */
    static List<String> read(BufferedReader output, String word, int count) throws IOException {
        List<String> lines = new ArrayList<>();
        int seen = 0;
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.startsWith(word) && ++seen == count) {
                break;
            }
        }
        return lines;
    }
}
