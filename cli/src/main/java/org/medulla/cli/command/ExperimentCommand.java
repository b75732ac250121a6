package org.medulla.cli.command;

/** Runs an experiment: a whole study with one command. Each kind is a subcommand in a class of its own. */
@picocli.CommandLine.Command(
        name = "experiment",
        description = "Run a whole study with one command and write its report.",
        subcommands = {PublishedCommand.class, GeneraliseCommand.class})
public final class ExperimentCommand extends Command {
    @Override
    public Integer call() {
        throw wrongUsage("Which experiment: published or generalise?");
    }
}
