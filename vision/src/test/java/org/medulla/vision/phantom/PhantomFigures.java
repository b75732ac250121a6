package org.medulla.vision.phantom;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Makes the contact sheet of the documentation and prints how fast phantoms are drawn. Run by hand: {@code java
 * org.medulla.vision.phantom.PhantomFigures docs/images/phantoms.png}.
 */
final class PhantomFigures {
    private PhantomFigures() {}

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    public static void main(String[] args) throws IOException {
        PhantomSeries series = PhantomSeries.of(new PhantomPlan(1000, 40, 1));
        byte[] sheet = ContactSheet.toPng(ContactSheet.ofPhantoms(series, 4, 3, 72));
        Files.write(Path.of(args[0]), sheet);
        System.out.println(args[0] + ": " + sheet.length + " bytes");
        for (int round = 0; round < 3; round++) {
            long start = cpu();
            long drawing = 0;
            int step = 4;
            int count = 0;
            for (int i = round; i < series.size(); i += step) {
                long before = cpu();
                PhantomPicture picture = series.draw(i);
                drawing += cpu() - before;
                count += series.jpeg(i, picture).length > 0 && picture.mask().toPng().length > 0 ? 1 : 0;
            }
            System.out.printf(
                    Locale.ROOT,
                    "%.0f cells/s per second of processor time, drawing alone %.0f cells/s%n",
                    count * 1e9 / (cpu() - start),
                    count * 1e9 / drawing);
        }
    }
}
