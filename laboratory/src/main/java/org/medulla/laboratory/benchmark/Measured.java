package org.medulla.laboratory.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Work whose speed is measured in several short rounds, of which the best one counts: other work on the machine only ever makes a
 * round slower.
 */
final class Measured {
    private static final Path STATUS = Path.of("/proc/self/status");

    private final Speed.Subject subject;
    private final double unitsPerRun;
    private final Runnable run;
    private double best;
    private double busy;

    /**
     * Work to be measured.
     *
     * @param unitsPerRun how many images, products or operations one run stands for
     */
    Measured(Speed.Subject subject, double unitsPerRun, Runnable run) {
        this.subject = subject;
        this.unitsPerRun = unitsPerRun;
        this.run = run;
    }

    /** Runs again and again for about so many seconds, at least once. */
    void round(double seconds) {
        long cpuBefore = cpuNanos();
        long begun = System.nanoTime();
        int runs = 0;
        double took;
        do {
            run.run();
            runs++;
            took = (System.nanoTime() - begun) / 1e9;
        } while (took < seconds);
        double rate = runs * unitsPerRun / took;
        if (rate > best) {
            best = rate;
            busy = (cpuNanos() - cpuBefore) / 1e9 / took;
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    Speed.Subject subject() {
        return subject;
    }

    /** Units a second in the best round. */
    double rate() {
        return best;
    }

    /** Processor time for each second of that round: how many cores were at work. */
    double coresBusy() {
        return busy;
    }

    /** The most memory that the process ever had, in bytes; empty where the system does not say. */
    static OptionalLong peakMemory() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
