package org.medulla.archive.cell;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What is known of a cell besides its image and class; all of it may be unknown.
 *
 * @param patient the patient's pseudonym
 * @param smear the smear that the cell lies on
 * @param diagnosis the patient's diagnosis in the source's words
 * @param stain how the smear was stained
 * @param scanner what took the picture
 * @param micronsPerPixel the side of a pixel on the smear in micrometres, above 0
 * @param extra further columns of the manifest by name
 */
public record CellDetails(
        Optional<String> patient,
        Optional<String> smear,
        Optional<String> diagnosis,
        Optional<String> stain,
        Optional<String> scanner,
        OptionalDouble micronsPerPixel,
        Map<String, String> extra) {
    /** Nothing known. */
    public static final CellDetails NONE = new CellDetails(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            Map.of());

    public CellDetails {
        if (micronsPerPixel.isPresent()
                && !(micronsPerPixel.getAsDouble() > 0 && Double.isFinite(micronsPerPixel.getAsDouble()))) {
            throw new IllegalArgumentException("Microns per pixel must be above 0, not " + micronsPerPixel);
        }
        extra = Collections.unmodifiableMap(new TreeMap<>(extra));
    }
}
