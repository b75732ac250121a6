package org.medulla.cli;

import java.util.List;
import org.medulla.cli.command.Version;
import org.medulla.cli.console.Console;
import org.medulla.cli.console.Interruption;

/** Starts the program: runs one command and leaves with its exit code. */
public final class Main {
    private Main() {}

    /** Runs the command that the arguments name. */
    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        if (Version.isAskedFor(words)) {
            // Answered without loading the commands, since scripts ask it often.
            System.out.println(Version.current().line());
            return;
        }
        Interruption interruption = new Interruption(words);
        Console console = Console.ofProcess(interruption);
        int code = Commands.run(words, console, System.getenv());
        if (!interruption.finish()) {
            System.exit(code);
        }
    }
}
