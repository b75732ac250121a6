package org.medulla.cli.console;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.medulla.cytology.job.Progress;

/** The two streams of a command, and who watches them: results on the one, everything said to a person on the other. */
public final class Console {
    private final ResultStream results;
    private final PrintStream out;
    private final PrintStream err;
    private final Progress progress;
    private final Interruption interruption;

    private Console(OutputStream out, PrintStream err, Progress progress, Interruption interruption) {
        this.results = new ResultStream(out);
        this.out = new PrintStream(new BufferedOutputStream(results, 1 << 16), false, StandardCharsets.UTF_8);
        this.err = err;
        this.progress = progress;
        this.interruption = interruption;
    }

    /** The streams of this process: bars where standard error is a terminal, now and then a line where it is not. */
    public static Console ofProcess(Interruption interruption) {
        PrintStream err = System.err;
        // Asked of the launcher: the JVM only knows whether input and output both are terminals.
        Progress progress = "yes".equals(System.getProperty("medulla.terminal"))
                ? new BarProgress(interruption)
                : new LineProgress(err, interruption, System::nanoTime);
        return new Console(new FileOutputStream(FileDescriptor.out), err, progress, interruption);
    }

    /** Results, which another program may read. */
    public PrintStream out() {
        return out;
    }

    /** Everything said to a person. */
    public PrintStream err() {
        return err;
    }

    /** How a long job shows where it is; it ends the job when the person asked to stop. */
    public Progress progress() {
        return progress;
    }

    /** Whether the person asked to stop. */
    public Interruption interruption() {
        return interruption;
    }

    /** Says one line to the person. */
    public void say(String line) {
        err.println(line);
    }

    /** A writer of results; closing it flushes them and leaves standard output open. */
    public Writer results() {
        return new FilterWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    /** The results as picocli wants them. */
    public PrintWriter resultWriter() {
        return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
    }

    /** The speech as picocli wants it. */
    public PrintWriter speechWriter() {
        return new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true);
    }

    /**
     * Sends out what is still buffered; false when a result was lost, which is said unless the reader simply went away
     * ("| head").
     */
    public boolean finishResults() {
        out.flush();
        results.failure().filter(words -> !words.contains("Broken pipe")).ifPresent(words -> {
            say("medulla: The results could not be written to standard output (" + words + ").");
        });
        return results.failure().isEmpty();
    }
}
