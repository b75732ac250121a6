package org.medulla.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;

/**
 * Which Medulla this is.
 *
 * @param number the release, as "0.1.0"
 * @param commit the revision of the sources it was built from; empty where that is unknown
 */
public record Version(String number, String commit) {
    /** The version that is running. */
    public static Version current() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("/org/medulla/cli/version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String commit = properties.getProperty("commit");
        return new Version(properties.getProperty("version"), commit.contains("${") ? "" : commit);
    }

    /** One line for a person. */
    public String line() {
        return "medulla " + name();
    }

    /** The name under which models record the program that trained them: "0.1.0" or "0.1.0 (1a2b3c4d)". */
    public String name() {
        return commit.isEmpty() ? number : number + " (" + commit + ")";
    }

    /** Whether the command line asks for the version and nothing else. */
    public static boolean isAskedFor(List<String> words) {
        return words.size() == 1
                && (words.getFirst().equals("--version") || words.getFirst().equals("-V"));
    }
}
