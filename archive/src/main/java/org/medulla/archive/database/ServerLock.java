package org.medulla.archive.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.medulla.cytology.job.MedullaException;

/** A lock that a job holds on a server, for all machines; the server lets go of it when the connection ends. */
final class ServerLock implements JobLock {
    private static final String TAKE =
            "select pg_try_advisory_lock(1298494573, hashtext(current_schema() || ' ' || :job))";

    private final ServerAddress address;
    private final String job;
    private final Handle handle;

    private ServerLock(ServerAddress address, String job, Handle handle) {
        this.address = address;
        this.job = job;
        this.handle = handle;
    }

    static JobLock take(ServerAddress address, String job) {
        try {
            var properties = address.properties();
            properties.setProperty("ApplicationName", "medulla " + job);
            properties.setProperty("tcpKeepAlive", "true");
            Handle handle = Jdbi.open(DriverManager.getConnection(address.forDriver(), properties));
            if (!handle.createQuery(TAKE).bind("job", job).mapTo(Boolean.class).one()) {
                handle.close();
                throw MedullaException.user("Another " + job + " is running on " + address
                        + ", on this machine or another: wait for it to end, then run this one again.");
            }
            return new ServerLock(address, job, handle);
        } catch (SQLException | JdbiException e) {
            throw ServerTrouble.explain(e, address);
        }
    }

    @Override
    public void confirm() {
        try {
            handle.createQuery("select 1").mapTo(Integer.class).one();
        } catch (JdbiException e) {
            throw MedullaException.resources(
                    "The lock of the " + job + " on " + address
                            + " was lost with its connection: run it again; it goes on where it was.",
                    e);
        }
    }

    @Override
    public void close() {
        try {
            handle.close();
        } catch (JdbiException e) {
            // The connection was lost, and the lock with it.
        }
    }
}
