package org.medulla.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.medulla.cli.command.Medulla;
import org.medulla.cli.console.Console;
import org.medulla.cli.console.Durations;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/**
 * Walks through the whole loop on phantoms. Each step is one of the other commands, shown as a person would type it; since
 * every one of them can be run again, so can the demo, and after an interruption it goes on where it stopped.
 */
@Command(
        name = "demo",
        description = "Show everything on synthetic cells: draw, import, train, evaluate, classify, count.",
        footer = {"", "Takes under four minutes on two cores. Its home is the folder 'demo' in the usual home."})
final class DemoCommand implements Callable<Integer> {

    @ParentCommand
    private Medulla medulla;

    @Override
    public Integer call() {
        Path home = medulla.isHomeChosen() ? medulla.home() : medulla.home().resolve("demo");
        Path phantoms = home.resolve("phantoms");
        Path smear = home.resolve("new-smear");
        Path report = home.resolve("report");
        Path explanations = home.resolve("explanations");
        Path answers = home.resolve("answers.csv");
        Console console = medulla.console();
        long started = System.nanoTime();
        List<List<String>> steps = List.of(
                words("phantoms --cells 4000 --patients 60 --seed 1", phantoms),
                words("import --source phantoms", phantoms),
                words("freeze demo"),
                words("split demo --by patient"),
                words("train --dataset demo --fold 0 --size 64 --minutes 1.2 --resume"),
                words("evaluate --model demo-small-fold0 --dataset demo --fold 0 --report", report),
                words("phantoms --cells 300 --patients 1 --seed 2", smear),
                words(
                        "explain --model demo-small-fold0 --out",
                        explanations,
                        smear.resolve("NGS/NGS_00001.jpg"),
                        smear.resolve("EBO/EBO_00001.jpg")),
                words("classify --model demo-small-fold0 --format csv --out", answers, smear),
                words("count --model demo-small-fold0 --threshold BLA=20", smear));
        for (List<String> step : steps) {
            console.say("");
            console.say("$ medulla " + String.join(" ", step));
            int code = Commands.run(step, console, Map.of("MEDULLA_HOME", home.toString()));
            if (code != 0) {
                console.say("The demo stopped here; run it again to go on.");
                return code;
            }
        }
        console.say("");
        console.say("Done in " + Durations.spoken((System.nanoTime() - started) / 1e9)
                + ". These cells are synthetic: no figure here says anything about real ones.");
        console.say("Report:       " + report.resolve("evaluation.html"));
        console.say("Explanations: " + explanations);
        console.say("Answers:      " + answers);
        return 0;
    }

    private static List<String> words(String command, Path... paths) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        for (Path path : paths) {
            words.add(path.toString());
        }
        return words;
    }
}
