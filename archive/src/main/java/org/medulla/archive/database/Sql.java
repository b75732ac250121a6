package org.medulla.archive.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.medulla.cytology.job.ErrorCode;
import org.medulla.cytology.job.MedullaException;

/** SQL from the {@code .sql} resources that stand beside the class that uses them. */
public final class Sql {
    private Sql() {}

    /** The text of {@code name.sql} in the package of a class. */
    public static String of(Class<?> user, String name) {
        try (InputStream in = user.getResourceAsStream(name + ".sql")) {
            if (in == null) {
                throw new MedullaException(
                        ErrorCode.INTERNAL,
                        name + ".sql is missing beside " + user.getName() + "; build Medulla again.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new MedullaException(ErrorCode.INTERNAL, name + ".sql cannot be read; build Medulla again.", e);
        }
    }
}
