package org.medulla.archive.database;

import org.medulla.cytology.job.MedullaException;

/** A lock that a job holds to be alone; it is let go of when it is closed or its process ends, however it ends. */
public interface JobLock extends AutoCloseable {
    /**
     * Makes sure that the lock is still held: one that a server keeps ends with the connection to it.
     *
     * @throws MedullaException RESOURCES when it was lost
     */
    void confirm();

    @Override
    void close();
}
