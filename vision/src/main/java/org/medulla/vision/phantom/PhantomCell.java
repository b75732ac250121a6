package org.medulla.vision.phantom;

/**
 * One cell of a series, as the manifest lists it.
 *
 * @param path of the image, below the folder of the series
 * @param classCode of the 21 classes
 * @param patient id
 * @param smear id
 * @param diagnosis in words
 * @param stain in words
 * @param scanner in words
 * @param micronsPerPixel of the scanner
 * @param mask path of the mask, below the folder of the series
 */
public record PhantomCell(
        String path,
        String classCode,
        String patient,
        String smear,
        String diagnosis,
        String stain,
        String scanner,
        double micronsPerPixel,
        String mask) {}
