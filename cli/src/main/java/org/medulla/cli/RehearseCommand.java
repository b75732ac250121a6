package org.medulla.cli;

import java.util.List;
import java.util.Map;
import org.medulla.cli.command.Medulla;
import org.medulla.cli.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/**
 * Runs through what every command needs, so that the launcher can record which classes to keep ready for a fast start.
 */
@Command(hidden = true, description = "Prepares a fast start; the launcher calls it.")
final class RehearseCommand implements Runnable {
    @ParentCommand
    private Medulla medulla;

    @Override
    public void run() {
        Console console = medulla.console();
        for (List<String> words : List.of(
                List.of("--help"), List.of("help", "import"), List.of("--version"), List.of("no-such-command"))) {
            Commands.run(words, console, Map.of());
        }
    }
}
