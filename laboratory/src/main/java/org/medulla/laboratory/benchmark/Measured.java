package org.medulla.laboratory.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Work whose speed is measured in several short rounds: by the clock in the best of them, since other work on the machine only ever
 * makes a round slower, and by processor time over all of them, which other work hardly changes.
 */
final class Measured {
    private final Speed.Subject subject;
    private final double unitsPerRun;
    private final Runnable run;
    private double best;
    private double busy;
    private double units;
    private double coreSeconds;

    /**
     * Work to be measured.
     *
     * @param unitsPerRun how many images or operations one run stands for
     */
    Measured(Speed.Subject subject, double unitsPerRun, Runnable run) {
        this.subject = subject;
        this.unitsPerRun = unitsPerRun;
        this.run = run;
    }

    /** Runs again and again for about so many seconds, at least once, before anything is measured. */
    void warmUp(double seconds) {
        long begun = System.nanoTime();
        do {
            run.run();
        } while ((System.nanoTime() - begun) / 1e9 < seconds);
    }

    /** Runs again and again for about so many seconds, at least once. */
    void round(double seconds) {
        long cpuBefore = cpuNanos();
        long begun = System.nanoTime();
        double done = 0;
        double took;
        do {
            run.run();
            done += unitsPerRun;
            took = (System.nanoTime() - begun) / 1e9;
        } while (took < seconds);
        double cpu = (cpuNanos() - cpuBefore) / 1e9;
        units += done;
        coreSeconds += cpu;
        if (done / took > best) {
            best = done / took;
            busy = cpu / took;
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    Speed.Subject subject() {
        return subject;
    }

    /** What was found, for work of so many floating-point operations a unit. */
    Speed.Row row(double operations) {
        return new Speed.Row(subject, best, units / coreSeconds, operations, busy);
    }
}
