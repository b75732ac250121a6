package org.medulla.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.medulla.cli.command.AuditCommand;
import org.medulla.cli.command.BackupCommand;
import org.medulla.cli.command.BenchmarkCommand;
import org.medulla.cli.command.CellsCommand;
import org.medulla.cli.command.ClassesCommand;
import org.medulla.cli.command.ClassifyCommand;
import org.medulla.cli.command.CountCommand;
import org.medulla.cli.command.EvaluateCommand;
import org.medulla.cli.command.ExperimentCommand;
import org.medulla.cli.command.ExplainCommand;
import org.medulla.cli.command.FreezeCommand;
import org.medulla.cli.command.HistoryCommand;
import org.medulla.cli.command.ImportCommand;
import org.medulla.cli.command.InboxCommand;
import org.medulla.cli.command.LabelCommand;
import org.medulla.cli.command.LikeCommand;
import org.medulla.cli.command.Medulla;
import org.medulla.cli.command.ModelCommand;
import org.medulla.cli.command.ModelsCommand;
import org.medulla.cli.command.MoveCommand;
import org.medulla.cli.command.PatchCommand;
import org.medulla.cli.command.PhantomsCommand;
import org.medulla.cli.command.PredictCommand;
import org.medulla.cli.command.ReleaseCommand;
import org.medulla.cli.command.RestoreCommand;
import org.medulla.cli.command.SessionCommand;
import org.medulla.cli.command.SplitCommand;
import org.medulla.cli.command.TrainCommand;
import org.medulla.cli.command.VerifyCommand;
import org.medulla.cli.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The list of commands. Only those that the words on the command line name are loaded, unless the list itself is asked for. */
public final class Commands {
    private static final Map<String, Supplier<Object>> BY_NAME = byName();

    private Commands() {}

    private static Map<String, Supplier<Object>> byName() {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("demo", DemoCommand::new);
        commands.put("import", ImportCommand::new);
        commands.put("inbox", InboxCommand::new);
        commands.put("cells", CellsCommand::new);
        commands.put("classes", ClassesCommand::new);
        commands.put("predict", PredictCommand::new);
        commands.put("like", LikeCommand::new);
        commands.put("label", LabelCommand::new);
        commands.put("history", HistoryCommand::new);
        commands.put("session", SessionCommand::new);
        commands.put("audit", AuditCommand::new);
        commands.put("patch", PatchCommand::new);
        commands.put("verify", VerifyCommand::new);
        commands.put("move", MoveCommand::new);
        commands.put("backup", BackupCommand::new);
        commands.put("restore", RestoreCommand::new);
        commands.put("freeze", FreezeCommand::new);
        commands.put("split", SplitCommand::new);
        commands.put("release", ReleaseCommand::new);
        commands.put("train", TrainCommand::new);
        commands.put("models", ModelsCommand::new);
        commands.put("model", ModelCommand::new);
        commands.put("evaluate", EvaluateCommand::new);
        commands.put("experiment", ExperimentCommand::new);
        commands.put("explain", ExplainCommand::new);
        commands.put("classify", ClassifyCommand::new);
        commands.put("count", CountCommand::new);
        commands.put("phantoms", PhantomsCommand::new);
        commands.put("benchmark", BenchmarkCommand::new);
        commands.put("rehearse", RehearseCommand::new);
        return commands;
    }

    /**
     * Runs one command.
     *
     * @return its exit code: 0 all well, 1 failure, 2 wrong usage, 3 done but some inputs were unreadable
     */
    public static int run(List<String> words, Console console, Map<String, String> environment) {
        Medulla medulla = new Medulla(console, environment);
        CommandLine line = new CommandLine(medulla);
        boolean named = words.stream().anyMatch(BY_NAME::containsKey);
        BY_NAME.forEach((name, command) -> {
            if (!named || words.contains(name)) {
                line.addSubcommand(name, command.get());
            }
        });
        line.getSubcommands().values().forEach(Commands::offerHelp);
        line.addSubcommand(new CommandLine.HelpCommand());
        Failures failures = new Failures(medulla);
        line.setOut(console.resultWriter())
                .setErr(console.speechWriter())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(failures::wrongUsage)
                .setExecutionExceptionHandler((failure, command, parsed) -> failures.failure(failure));
        try {
            int code = line.execute(words.toArray(String[]::new));
            return console.finishResults() ? code : CommandLine.ExitCode.SOFTWARE;
        } catch (OutOfMemoryError | LinkageError e) {
            return failures.failure(e);
        }
    }

    private static void offerHelp(CommandLine command) {
        command.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help.")
                        .build());
        command.getSubcommands().values().stream().distinct().forEach(Commands::offerHelp);
    }
}
