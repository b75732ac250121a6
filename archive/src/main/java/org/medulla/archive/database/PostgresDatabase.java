package org.medulla.archive.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.medulla.cytology.job.MedullaException;

/**
 * A database on a PostgreSQL server, for many people at once. Reading goes through a pool, each transaction with a snapshot of
 * its own; writing through {@link ServerWriter}, one at a time on the whole server, as the chained audit log demands. What was
 * written is on the server's disk when the call returns.
 */
final class PostgresDatabase implements Database {
    // Rows that the server sends at once; without it, it would send all rows of a million.
    static final int FETCHED_ROWS = 2_000;

    private static final int OLDEST_VERSION = 15;
    private static final int READERS = 16;
    private static final int IDLE_MILLIS = 60_000;

    private final ServerAddress address;
    private final HikariDataSource pool;
    private final Jdbi reader;
    private final ServerWriter writer;
    private final ReentrantLock writing = new ReentrantLock();

    private PostgresDatabase(ServerAddress address) {
        this.address = address;
        this.pool = new HikariDataSource(settings(address));
        this.reader = Jdbi.create(pool);
        this.writer = new ServerWriter(address);
    }

    static Database open(ServerAddress address) {
        try (Connection connection = DriverManager.getConnection(address.forDriver(), address.properties())) {
            checkServer(connection, address);
        } catch (SQLException e) {
            throw ServerTrouble.explain(e, address);
        }
        PostgresDatabase database = new PostgresDatabase(address);
        try {
            String where = address.toString();
            if (!database.read(handle -> Migrations.areDone(handle, Dialect.POSTGRESQL))) {
                database.write(handle -> {
                    Migrations.apply(handle, Dialect.POSTGRESQL, where);
                    return where;
                });
            }
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    @Override
    public <T> T read(HandleCallback<T, RuntimeException> question) {
        try {
            return reader.withHandle(question);
        } catch (JdbiException e) {
            throw ServerTrouble.explain(e, address);
        }
    }

    // Writers of this process wait for one another here and not on the server, each with a connection of its own.
    @Override
    public <T> T write(HandleCallback<T, RuntimeException> change) {
        writing.lock();
        try {
            return writer.write(change);
        } catch (JdbiException e) {
            throw ServerTrouble.explain(e, address);
        } finally {
            writing.unlock();
        }
    }

    /** Does nothing: the server has written every commit onto its disk. */
    @Override
    public void checkpoint() {}

    @Override
    public JobLock lock(String job) {
        return ServerLock.take(address, job);
    }

    /** Nothing: who runs a server looks after its storage. */
    @Override
    public List<String> complaints() {
        return List.of();
    }

    @Override
    public String where() {
        return address.toString();
    }

    @Override
    public void close() {
        writer.close();
        pool.close();
    }

    private static HikariConfig settings(ServerAddress address) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address.forDriver());
        config.setDataSourceProperties(address.properties());
        config.addDataSourceProperty("defaultRowFetchSize", FETCHED_ROWS);
        config.addDataSourceProperty("ApplicationName", "medulla");
        config.setReadOnly(true);
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        // The first question opens the first connection, and says what is wrong with it.
        config.setInitializationFailTimeout(-1);
        config.setMaximumPoolSize(READERS);
        config.setMinimumIdle(0);
        config.setIdleTimeout(IDLE_MILLIS);
        return config;
    }

    private static void checkServer(Connection connection, ServerAddress address) throws SQLException {
        DatabaseMetaData server = connection.getMetaData();
        if (server.getDatabaseMajorVersion() < OLDEST_VERSION) {
            throw MedullaException.user(address + " is PostgreSQL " + server.getDatabaseProductVersion()
                    + "; Medulla needs " + OLDEST_VERSION + " or newer: choose another server.");
        }
        try (Handle handle = Jdbi.open(connection)) {
            String encoding = handle.createQuery("show server_encoding")
                    .mapTo(String.class)
                    .one();
            if (!encoding.equals("UTF8")) {
                throw MedullaException.user("The database " + address + " keeps text as " + encoding
                        + ": make one with `createdb --encoding UTF8 --template template0 NAME`.");
            }
        }
    }
}
