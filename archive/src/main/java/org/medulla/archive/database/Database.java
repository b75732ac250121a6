package org.medulla.archive.database;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.HandleCallback;
import org.medulla.cytology.job.MedullaException;

/**
 * The one door to SQL: any number of readers beside one writer at a time, in this process and others. The statements that pass
 * through it are understood by SQLite and PostgreSQL alike; what differs is known to this package only.
 */
public sealed interface Database extends AutoCloseable permits SqliteDatabase, PostgresDatabase {
    /**
     * Opens the SQLite file of a home, making it or bringing it up to date as needed.
     *
     * @throws MedullaException USER when a newer Medulla wrote it, DATA when it is no database, RESOURCES when the disk refuses
     */
    static Database open(Path home) {
        return SqliteDatabase.open(home);
    }

    /** Whether a home has a database. */
    static boolean isIn(Path home) {
        return SqliteDatabase.isIn(home);
    }

    /**
     * Opens a PostgreSQL database, making its tables or bringing them up to date as needed.
     *
     * @param address {@code postgresql://user@host:port/database}
     * @param environment where a user and a password are looked for that the address does not name: PGUSER, PGPASSWORD
     * @throws MedullaException USER when the address is none, or names what is not there, RESOURCES when nobody answers
     */
    static Database open(String address, Map<String, String> environment) {
        return PostgresDatabase.open(ServerAddress.parse(address, environment));
    }

    /** Asks the database; what it answers is consistent within one call, or within one transaction of the callback. */
    <T> T read(HandleCallback<T, RuntimeException> question);

    /**
     * Changes the database in one transaction: all of it or, after an error or a kill, nothing. When it returns, the change is
     * kept. A change whose connection was lost before it was kept is asked for once more, so it must not depend on how often.
     */
    <T> T write(HandleCallback<T, RuntimeException> change);

    /** Brings what was written onto the disk, so that it survives a loss of power. */
    void checkpoint();

    /**
     * Takes the lock of a job that one at a time may do on this database, whatever process or machine it runs on.
     *
     * @param job its name, as a person reads it: "import"
     * @throws MedullaException USER when it is taken
     */
    JobLock lock(String job);

    /** What the database says is wrong with its own storage; nothing when it is sound, or when its keeper looks after that. */
    List<String> complaints();

    /** Where it is, in the words that a person would give for it, without a password. */
    String where();

    @Override
    void close();
}
