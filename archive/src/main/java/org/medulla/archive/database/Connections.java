package org.medulla.archive.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jdbi.v3.core.ConnectionFactory;
import org.sqlite.SQLiteConfig;

/** Connections for reading that are used again instead of being opened for each query. */
final class Connections implements ConnectionFactory, AutoCloseable {
    private static final int BUSY_TIMEOUT_MILLIS = 30_000;
    private static final int CACHE_KIBIBYTES = 64 * 1024;
    private static final long MAPPED_BYTES = 1L << 30;

    private final Path file;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    Connections(Path file) {
        this.file = file;
    }

    @Override
    public Connection openConnection() throws SQLException {
        Connection connection = idle.pollLast();
        if (connection != null) {
            return connection;
        }
        SQLiteConfig config = settings();
        config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, Long.toString(MAPPED_BYTES));
        config.setReadOnly(true);
        return config.createConnection(address(file));
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            idle.addLast(connection);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection = idle.pollLast(); connection != null; connection = idle.pollLast()) {
            connection.close();
        }
    }

    /** The one connection that writes; its transactions take the write lock when they begin. */
    static Connection openWriter(Path file) throws SQLException {
        SQLiteConfig config = settings();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.enforceForeignKeys(true);
        return config.createConnection(address(file));
    }

    private static SQLiteConfig settings() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.setCacheSize(-CACHE_KIBIBYTES);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        return config;
    }

    private static String address(Path file) {
        return "jdbc:sqlite:" + file;
    }
}
