package org.medulla.archive.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.medulla.cytology.job.MedullaException;

/**
 * The one connection through which a process writes to a server. A transaction begins by taking a lock that only one on the
 * server has, so numbers without gaps and the chained log come out as on SQLite. A connection that is lost is replaced: what
 * it had not committed is done again from the start, for half a minute, and where it was lost while committing, the server is asked what became of
 * it. Used by one thread at a time.
 */
final class ServerWriter implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    // The first number tells Medulla's locks from those of others, the second the tables of one schema from those of
    // another.
    private static final String LOCK = "select pg_advisory_xact_lock(1298494572, hashtext(current_schema()))";
    private static final String NUMBER = "select cast(pg_current_xact_id() as text)";
    private static final String STATUS = "select pg_xact_status(cast(:number as xid8))";

    private final ServerAddress address;
    private @Nullable Handle open;
    // The connection of the change that is being made, for one that is made within it.
    private @Nullable Handle changing;

    ServerWriter(ServerAddress address) {
        this.address = address;
    }

    <T> T write(HandleCallback<T, RuntimeException> change) {
        Handle joined = changing;
        if (joined != null) {
            return change.withHandle(joined);
        }
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Transaction<T> transaction = new Transaction<>(change);
            try {
                return transaction.run();
            } catch (JdbiException e) {
                if (!ServerTrouble.isLost(e)) {
                    throw e;
                }
                close();
                Optional<T> kept = transaction.resultIfKept();
                if (kept.isPresent()) {
                    return kept.get();
                }
                if (System.nanoTime() > until || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                pause(PAUSE);
            }
        }
    }

    /** Lets go of the connection; the next transaction opens another. */
    @Override
    public void close() {
        Handle handle = open;
        open = null;
        if (handle != null) {
            try {
                handle.close();
            } catch (JdbiException e) {
                // It was lost; the server has rolled back what it had not committed.
            }
        }
    }

    private Handle handle() {
        Handle handle = open;
        if (handle == null) {
            handle = connect();
            open = handle;
        }
        return handle;
    }

    private Handle connect() {
        try {
            var properties = address.properties();
            properties.setProperty("ApplicationName", "medulla");
            properties.setProperty("reWriteBatchedInserts", "true");
            properties.setProperty("defaultRowFetchSize", Integer.toString(PostgresDatabase.FETCHED_ROWS));
            properties.setProperty("options", "-c lock_timeout=" + PATIENCE.toMillis());
            return Jdbi.open(DriverManager.getConnection(address.forDriver(), properties));
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One attempt at a change. */
    private final class Transaction<T> {
        private final HandleCallback<T, RuntimeException> change;
        private @Nullable String number;
        private @Nullable T result;

        Transaction(HandleCallback<T, RuntimeException> change) {
            this.change = change;
        }

        T run() {
            return handle().inTransaction(handle -> {
                handle.createQuery(LOCK).mapTo(String.class).findOne();
                String given = handle.createQuery(NUMBER).mapTo(String.class).one();
                T made = make(handle);
                number = given;
                result = made;
                return made;
            });
        }

        private T make(Handle handle) {
            changing = handle;
            try {
                return change.withHandle(handle);
            } finally {
                changing = null;
            }
        }

        /**
         * The result, when the change was made and the server says that it was kept although the connection was lost.
         *
         * @throws MedullaException RESOURCES when the server does not say within half a minute
         */
        Optional<T> resultIfKept() {
            String asked = number;
            T made = result;
            if (asked == null || made == null) {
                return Optional.empty();
            }
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < until) {
                String status = status(asked);
                if (status.equals("committed")) {
                    return Optional.of(made);
                }
                if (status.equals("aborted")) {
                    return Optional.empty();
                }
                pause(PAUSE);
            }
            throw ServerTrouble.undecided(address);
        }

        // The server may be about to commit still, or not be back yet.
        private String status(String asked) {
            try {
                return handle().createQuery(STATUS)
                        .bind("number", asked)
                        .mapTo(String.class)
                        .findOne()
                        .orElse("unknown");
            } catch (JdbiException e) {
                if (!ServerTrouble.isLost(e)) {
                    throw e;
                }
                close();
                return "unknown";
            }
        }
    }
}
