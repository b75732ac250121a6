package org.medulla.archive.database;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.medulla.cytology.job.ErrorCode;
import org.medulla.cytology.job.MedullaException;

/** What an error of a PostgreSQL server means for the person at the keyboard. */
final class ServerTrouble {
    private ServerTrouble() {}

    /** Whether the connection is gone, so that another may do. */
    static boolean isLost(Throwable trouble) {
        return state(trouble)
                .filter(state -> state.startsWith("08") || state.startsWith("57P"))
                .isPresent();
    }

    /** What to say of a change that may have been kept or not. */
    static MedullaException undecided(ServerAddress address) {
        return new MedullaException(
                ErrorCode.RESOURCES,
                "The connection to " + address
                        + " was lost at the very moment of storing, and the server has not come back"
                        + " within half a minute: what was stored last may be there or not. Look before doing it again.");
    }

    static MedullaException explain(Throwable trouble, ServerAddress address) {
        String state = state(trouble).orElse("");
        return switch (state) {
            case "28000", "28P01" ->
                user("The server does not let " + address + " in: check the user and PGPASSWORD.", trouble);
            case "3D000" ->
                user("There is no database " + address + ": make it with `createdb`, then run this again.", trouble);
            case "42501", "25006" ->
                user(
                        "The user of " + address + " may not do this: it needs the right to make and write tables.",
                        trouble);
            case "53100" ->
                MedullaException.resources(
                        "The disk of " + address
                                + " is full: free space there, then run it again; nothing half-written stays.",
                        trouble);
            case "53300" ->
                MedullaException.resources(
                        address + " has no connection to spare: end other programs, or raise its max_connections.",
                        trouble);
            case "55P03" ->
                MedullaException.resources(
                        "Another program has been writing to " + address
                                + " for 30 seconds: wait for it to end, then run it again.",
                        trouble);
            case "22021", "22P05" ->
                new MedullaException(
                        ErrorCode.DATA,
                        "A text holds a sign that PostgreSQL does not keep: remove it, then run this again; nothing was stored.",
                        trouble);
            case "XX001", "XX002" ->
                new MedullaException(ErrorCode.DATA, address + " is damaged: restore it from a backup.", trouble);
            default ->
                isLost(trouble) || state.isEmpty()
                        ? MedullaException.resources(
                                "The connection to " + address + " could not be made or was lost ("
                                        + trouble.getMessage()
                                        + "): check that the server runs, then run this again; nothing half-written stays.",
                                trouble)
                        : new MedullaException(
                                ErrorCode.INTERNAL,
                                "The database " + address + " refused a statement: " + trouble.getMessage(),
                                trouble);
        };
    }

    private static MedullaException user(String sentence, Throwable trouble) {
        return new MedullaException(ErrorCode.USER, sentence, trouble);
    }

    private static Optional<String> state(Throwable trouble) {
        for (@Nullable Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return Optional.of(sql.getSQLState());
            }
        }
        return Optional.empty();
    }
}
