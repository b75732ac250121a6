package org.medulla.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import org.medulla.archive.Archive;
import org.medulla.laboratory.contribution.SendingBack;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends back what is left of a contribution. */
@picocli.CommandLine.Command(
        name = "return",
        description = "Send back what is not accepted: write a letter that says what is wrong, and delete the files.",
        footer = {
            "",
            "The letter's list names the files as they were sent: keep it where names of patients may be kept."
        })
public final class InboxReturnCommand extends Command {
    @Parameters(paramLabel = "N", description = "The number of the contribution.")
    private long number;

    @Option(names = "--steward", required = true, paramLabel = "NAME", description = "Who decides.")
    private String steward = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, in the letter's words.")
    private String reason = "";

    @Option(
            names = "--letter",
            paramLabel = "DIR",
            description = "Where the letter goes. Default: contribution-N in the current folder.")
    private Optional<Path> letter = Optional.empty();

    @Override
    public Integer call() {
        Path folder = letter.orElse(Path.of("contribution-" + number));
        try (Archive archive = Archive.open(place())) {
            long pictures = new SendingBack(archive).run(number, steward, reason, folder);
            console().out().println(folder.resolve(SendingBack.LETTER));
            console().out().println(folder.resolve(SendingBack.LIST));
            say(InboxCommand.count(pictures) + " pictures go back; their files are deleted from the inbox.");
        }
        return DONE;
    }
}
