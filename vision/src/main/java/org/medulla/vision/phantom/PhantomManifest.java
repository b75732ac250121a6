package org.medulla.vision.phantom;

import java.util.Locale;

/** The list of a series as CSV, in the columns that the import of a manifest reads. */
final class PhantomManifest {
    private static final String HEADER =
            "path,class,patient,smear,diagnosis,stain,scanner,microns_per_pixel,reader,mask,synthetic\n";
    private static final String READER = "phantom generator";

    private PhantomManifest() {}

    static String of(PhantomSeries series) {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < series.size(); i++) {
            PhantomCell cell = series.cell(i);
            csv.append(String.join(
                            ",",
                            cell.path(),
                            cell.classCode(),
                            cell.patient(),
                            cell.smear(),
                            cell.diagnosis(),
                            cell.stain(),
                            cell.scanner(),
                            String.format(Locale.ROOT, "%.3f", cell.micronsPerPixel()),
                            READER,
                            cell.mask(),
                            "yes"))
                    .append('\n');
        }
        return csv.toString();
    }
}
