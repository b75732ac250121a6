package org.medulla.laboratory.report;

import java.util.Base64;

/**
 * A cell whose class the network was sure of and the readers not.
 *
 * @param file the name of its file
 * @param truth the readers' class
 * @param predicted the network's class
 * @param probability how sure the network was, 0 to 1
 * @param picture the cell as a data URI
 */
public record Miss(String file, String truth, String predicted, double probability, String picture) {
    /** Puts a JPEG into the report itself. */
    public static String jpeg(byte[] bytes) {
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
