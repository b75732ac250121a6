package org.medulla.cli.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.medulla.archive.Place;
import org.medulla.cli.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program itself: the options that every command takes, and where its home is. */
@Command(
        name = "medulla",
        description = "Bone-marrow cytomorphology: an image database, a neural network and a differential count.",
        versionProvider = Medulla.VersionLine.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true,
        footerHeading = "%n",
        footer = {
            "Try 'medulla demo' first; 'medulla help COMMAND' says more about one command.",
            "Exit codes: 0 all well, 1 failure, 2 wrong usage, 3 done but some inputs were unreadable.",
            "For Research Use Only. Not for use in diagnostic procedures."
        })
public final class Medulla implements Runnable {
    private static final String IN_HOME = "home";

    private final Console console;
    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Where the database and the models are. Default: $MEDULLA_HOME, or ~/.medulla.")
    private Optional<Path> home = Optional.empty();

    @Option(
            names = "--archive",
            paramLabel = "URI",
            scope = ScopeType.INHERIT,
            description = "The database, postgresql://USER@HOST/DATABASE. Default: $MEDULLA_ARCHIVE, or home.")
    private Optional<String> archive = Optional.empty();

    @Option(
            names = "--blobs",
            paramLabel = "URI",
            scope = ScopeType.INHERIT,
            description = "The images and models: home, or s3://BUCKET/PREFIX. Default: $MEDULLA_BLOBS, or home.")
    private Optional<String> blobs = Optional.empty();

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show where an error comes from.")
    private boolean debug;

    /** The program in its surroundings. */
    public Medulla(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    /** The streams to write to. */
    public Console console() {
        return console;
    }

    /** Whether stack traces are wanted. */
    public boolean isDebug() {
        return debug;
    }

    /** The folder with the database: {@code --home}, else MEDULLA_HOME, else .medulla in the person's home folder. */
    public Path home() {
        return home.orElseGet(() -> {
                    String named = environment.getOrDefault("MEDULLA_HOME", "");
                    return named.isBlank() ? Path.of(System.getProperty("user.home"), ".medulla") : Path.of(named);
                })
                .toAbsolutePath()
                .normalize();
    }

    /** Where the archive is: {@code --archive} and {@code --blobs}, else MEDULLA_ARCHIVE and MEDULLA_BLOBS, else in the home. */
    public Place place() {
        return place(home(), elsewhere(archive, "MEDULLA_ARCHIVE"), elsewhere(blobs, "MEDULLA_BLOBS"));
    }

    /** Another place, reached by the same variables. */
    Place place(Path otherHome, Optional<String> otherArchive, Optional<String> otherBlobs) {
        return new Place(otherHome, otherArchive, otherBlobs, environment);
    }

    private Optional<String> elsewhere(Optional<String> option, String variable) {
        return option.or(() -> Optional.ofNullable(environment.get(variable)))
                .filter(value -> !value.isBlank() && !value.equals(IN_HOME));
    }

    /** Whether the person chose the home rather than taking the usual one. */
    public boolean isHomeChosen() {
        return home.isPresent();
    }

    /** What --version prints. */
    static final class VersionLine implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {Version.current().line()};
        }
    }
}
