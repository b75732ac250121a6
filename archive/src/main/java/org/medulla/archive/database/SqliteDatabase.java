package org.medulla.archive.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.medulla.cytology.job.MedullaException;

/**
 * The SQLite database of a home, in write-ahead mode: any number of readers beside one writer, in this process and others. A
 * transaction that finds another process writing waits up to 30 seconds for it. A commit survives a kill of the process; a
 * loss of power may take back the last commits, never a part of one.
 */
final class SqliteDatabase implements Database {
    private static final String FILE_NAME = "medulla.sqlite";

    private final Path home;
    private final Path file;
    private final Connections connections;
    private final Jdbi reader;
    private final Handle writer;
    private final ReentrantLock writing = new ReentrantLock();

    private SqliteDatabase(Path home, Path file, Handle writer) {
        this.home = home;
        this.file = file;
        this.writer = writer;
        this.connections = new Connections(file);
        this.reader = Jdbi.create(connections);
    }

    static boolean isIn(Path home) {
        return Files.exists(home.resolve(FILE_NAME));
    }

    static Database open(Path home) {
        Path file = home.resolve(FILE_NAME);
        try {
            Files.createDirectories(home);
            Handle writer = Jdbi.open(Connections.openWriter(file));
            try {
                Migrations.apply(writer, Dialect.SQLITE, file.toString());
                return new SqliteDatabase(home, file, writer);
            } catch (RuntimeException e) {
                writer.close();
                throw e;
            }
        } catch (IOException e) {
            throw MedullaException.resources(
                    "Could not make the folder " + home + ": choose another --home or check its permissions.", e);
        } catch (SQLException | JdbiException e) {
            throw SqlTrouble.explain(e, file);
        }
    }

    @Override
    public <T> T read(HandleCallback<T, RuntimeException> question) {
        try {
            return reader.withHandle(question);
        } catch (JdbiException e) {
            throw SqlTrouble.explain(e, file);
        }
    }

    @Override
    public <T> T write(HandleCallback<T, RuntimeException> change) {
        writing.lock();
        try {
            return writer.inTransaction(change);
        } catch (JdbiException e) {
            throw SqlTrouble.explain(e, file);
        } finally {
            writing.unlock();
        }
    }

    /** Brings what was written into the main file as well. */
    @Override
    public void checkpoint() {
        writing.lock();
        try {
            writer.createQuery("pragma wal_checkpoint(truncate)")
                    .mapTo(Integer.class)
                    .list();
        } catch (JdbiException e) {
            throw SqlTrouble.explain(e, file);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public JobLock lock(String job) {
        return HomeLock.take(home, job);
    }

    @Override
    public List<String> complaints() {
        return read(handle -> handle.createQuery("pragma integrity_check")
                        .mapTo(String.class)
                        .list())
                .stream()
                .filter(answer -> !answer.equals("ok"))
                .toList();
    }

    @Override
    public String where() {
        return file.toString();
    }

    @Override
    public void close() {
        try {
            connections.close();
            writer.close();
        } catch (SQLException | JdbiException e) {
            throw SqlTrouble.explain(e, file);
        }
    }
}
