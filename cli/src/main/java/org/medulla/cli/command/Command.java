package org.medulla.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.medulla.archive.Place;
import org.medulla.cli.console.Console;
import org.medulla.cytology.job.Progress;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every command has: the program it belongs to, its home and its console. */
abstract class Command implements Callable<Integer> {
    /** All well. */
    static final int DONE = 0;
    /** Something failed. */
    static final int FAILED = 1;
    /** Done, but some inputs were unreadable. */
    static final int DONE_BUT_SOME_UNREADABLE = 3;

    @Spec
    private CommandSpec spec;

    final Medulla medulla() {
        return (Medulla) spec.root().userObject();
    }

    /** What picocli knows of this command. */
    final CommandSpec spec() {
        return spec;
    }

    final Console console() {
        return medulla().console();
    }

    final Progress progress() {
        return console().progress();
    }

    final Path home() {
        return medulla().home();
    }

    /** Where the archive is. */
    final Place place() {
        return medulla().place();
    }

    final void say(String line) {
        console().say(line);
    }

    /** An error in the words on the command line, for exit code 2. */
    final ParameterException wrongUsage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
