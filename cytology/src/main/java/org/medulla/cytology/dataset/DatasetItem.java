package org.medulla.cytology.dataset;

import java.util.Optional;

/**
 * A labelled cell image as a split sees it.
 *
 * @param digest the SHA-256 of the image in hexadecimal, which identifies the item in its dataset
 * @param classCode the code of its cell class
 * @param fileName the name of the file it came from, without folders
 * @param patient the patient's pseudonym, where one is known
 * @param smear the smear's name, where one is known
 */
public record DatasetItem(
        String digest, String classCode, String fileName, Optional<String> patient, Optional<String> smear) {
    public DatasetItem {
        if (digest.isBlank() || classCode.isBlank()) {
            throw new IllegalArgumentException("An item has a digest and a class");
        }
    }
}
