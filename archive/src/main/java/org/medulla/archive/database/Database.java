package org.medulla.archive.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
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
public final class Database implements AutoCloseable {
    private static final String FILE_NAME = "medulla.sqlite";

    private final Path home;
    private final Path file;
    private final Connections connections;
    private final Jdbi reader;
    private final Handle writer;
    private final ReentrantLock writing = new ReentrantLock();

    private Database(Path home, Path file, Handle writer) {
        this.home = home;
        this.file = file;
        this.writer = writer;
        this.connections = new Connections(file);
        this.reader = Jdbi.create(connections);
    }

    /**
     * Opens the database of a home, making it or bringing it up to date as needed.
     *
     * @throws MedullaException USER when a newer Medulla wrote it, DATA when it is no database, RESOURCES when the disk refuses
     */
    public static Database open(Path home) {
        Path file = home.resolve(FILE_NAME);
        try {
            Files.createDirectories(home);
            Handle writer = Jdbi.open(Connections.openWriter(file));
            try {
                Migrations.apply(writer, file);
                return new Database(home, file, writer);
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

    /** Asks the database; what it answers is consistent within one call only. */
    public <T> T read(HandleCallback<T, RuntimeException> question) {
        try {
            return reader.withHandle(question);
        } catch (JdbiException e) {
            throw SqlTrouble.explain(e, file);
        }
    }

    /** Changes the database in one transaction: all of it or, after an error or a kill, nothing. */
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

    /** Brings what was written into the main file and onto the disk, so that it survives a loss of power. */
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

    /** The folder that the database is in. */
    public Path home() {
        return home;
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
