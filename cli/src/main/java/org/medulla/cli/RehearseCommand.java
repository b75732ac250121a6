package org.medulla.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.medulla.cli.command.Medulla;
import org.medulla.cli.console.Console;
import org.medulla.laboratory.benchmark.UntrainedModel;
import org.medulla.vision.network.Architecture;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/**
 * Runs through what every command needs and through a count, so that the launcher can record which classes to keep ready for a
 * fast start, and the JVM which methods are worth compiling.
 */
@Command(hidden = true, description = "Prepares a fast start; the launcher calls it.")
final class RehearseCommand implements Runnable {
    @ParentCommand
    private Medulla medulla;

    @Override
    public void run() {
        Console console = medulla.console();
        try {
            Path home = Files.createTempDirectory("medulla-rehearsal");
            try {
                Path smear = home.resolve("smear");
                Path model = home.resolve("untrained.medulla");
                UntrainedModel.write(model, Architecture.SMALL, List.of("BLA", "EBO", "LYT", "NGS"));
                String aboutCells = " --model " + model + " " + smear;
                for (String words : List.of(
                        "--help",
                        "help import",
                        "--version",
                        "no-such-command",
                        "models",
                        "cells",
                        "phantoms --cells 84 --patients 1 " + smear,
                        "classify --format csv" + aboutCells,
                        "count --threshold BLA=20" + aboutCells,
                        "count --format json" + aboutCells)) {
                    Commands.run(List.of(words.split(" ")), console, Map.of("MEDULLA_HOME", home.toString()));
                }
            } finally {
                delete(home);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
