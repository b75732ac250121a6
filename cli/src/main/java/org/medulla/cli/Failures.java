package org.medulla.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import org.medulla.cli.command.Medulla;
import org.medulla.cli.console.Console;
import org.medulla.cytology.job.CancelledException;
import org.medulla.cytology.job.MedullaException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What becomes of an error: one sentence on standard error and an exit code; the stack trace with {@code --debug}. */
final class Failures {
    private static final int FAILURE = 1;
    private static final int WRONG_USAGE = 2;

    private final Medulla medulla;

    Failures(Medulla medulla) {
        this.medulla = medulla;
    }

    int failure(Throwable failure) {
        Console console = medulla.console();
        if (medulla.isDebug()) {
            failure.printStackTrace(console.err());
        }
        if (failure instanceof CancelledException && console.interruption().isAsked()) {
            console.say("Stopped; what was done is kept. To go on: "
                    + console.interruption().wordsToGoOn());
        } else {
            console.say("medulla: " + sentence(failure));
        }
        return FAILURE;
    }

    int wrongUsage(ParameterException wrong, String[] words) {
        CommandLine command = wrong.getCommandLine();
        if (medulla.isDebug()) {
            wrong.printStackTrace(medulla.console().err());
        }
        medulla.console().say("medulla: " + ensureStop(Objects.requireNonNullElse(wrong.getMessage(), "Wrong usage")));
        UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
        command.getErr().flush();
        medulla.console().say("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return WRONG_USAGE;
    }

    static String sentence(Throwable failure) {
        String message = Objects.requireNonNullElse(
                failure.getMessage(), failure.getClass().getSimpleName());
        return switch (failure) {
            case MedullaException known -> message;
            case UncheckedIOException wrapped -> sentence(Objects.requireNonNull(wrapped.getCause()));
            case NoSuchFileException missing -> "There is no " + message + ".";
            case AccessDeniedException denied -> "No permission to read or write " + message + ".";
            case FileAlreadyExistsException present -> message + " exists already.";
            case IOException full
            when message.contains("No space left") ->
                "The disk is full where the output goes: free some space, or name another place, and run it again.";
            case IOException io -> ensureStop("Reading or writing failed: " + message);
            case OutOfMemoryError memory ->
                "Not enough memory (" + message + "): close other programs, or allow more with "
                        + "MEDULLA_JAVA_OPTIONS=-Xmx8g.";
            case LinkageError linkage ->
                "A native library could not be used (" + message + "): Medulla is tested on Linux x86-64.";
            default ->
                "An error in Medulla itself (" + failure.getClass().getSimpleName() + ": " + message
                        + "); --debug shows where.";
        };
    }

    private static String ensureStop(String message) {
        return message.endsWith(".") || message.endsWith("?") ? message : message + ".";
    }
}
