package org.medulla.archive.layout;

import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.medulla.archive.cell.CellDetails;

/**
 * Another layout whose pictures are all of one scale where they do not say otherwise.
 *
 * @param layout finds the files
 * @param micronsPerPixel the side of a pixel on the smear in micrometres, above 0
 */
public record ScaledLayout(Layout layout, double micronsPerPixel) implements Layout {
    public ScaledLayout {
        if (!(micronsPerPixel > 0 && Double.isFinite(micronsPerPixel))) {
            throw new IllegalArgumentException("Microns per pixel must be above 0, not " + micronsPerPixel);
        }
    }

    @Override
    public String name() {
        return layout.name();
    }

    @Override
    public Path root() {
        return layout.root();
    }

    @Override
    public Stream<LayoutEntry> entries() {
        return layout.entries().map(entry -> entry instanceof LabelledFile file ? scaled(file) : entry);
    }

    private LabelledFile scaled(LabelledFile file) {
        CellDetails details = file.details();
        return details.micronsPerPixel().isPresent()
                ? file
                : new LabelledFile(
                        file.path(),
                        file.classCode(),
                        file.reader(),
                        new CellDetails(
                                details.patient(),
                                details.smear(),
                                details.diagnosis(),
                                details.stain(),
                                details.scanner(),
                                OptionalDouble.of(micronsPerPixel),
                                details.extra()));
    }
}
