package org.medulla.archive.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.medulla.cytology.job.MedullaException;

/**
 * A lock that one job at a time holds on a home, whatever process it runs in. The system lets go of it when the process ends,
 * however it ends, so there is no stale lock to remove.
 */
public final class HomeLock implements JobLock {
    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock of a job.
     *
     * @param job its name, as a person reads it: "import"
     * @throws MedullaException USER when it is taken
     */
    public static HomeLock take(Path home, String job) {
        Path file = home.resolve("locks").resolve(job + ".lock");
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                String holder = Files.readString(file).strip();
                channel.close();
                throw MedullaException.user("Another " + job + " is running on " + home + " (process "
                        + (holder.isEmpty() ? "unknown" : holder) + "): wait for it to end, then run this one again.");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
            return new HomeLock(channel);
        } catch (IOException e) {
            throw MedullaException.resources("Could not lock " + file + ": check the disk and its permissions.", e);
        }
    }

    // The lock lives as long as the channel; its object is not needed.
    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Does nothing: the system keeps the lock as long as the process lives. */
    @Override
    public void confirm() {}

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw MedullaException.resources("Could not let go of a lock.", e);
        }
    }
}
