package org.medulla.laboratory.model;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.medulla.vision.model.ModelFile;

/** The model that ships with Medulla, so that cells can be classified before anything was trained. */
final class ShippedModel {
    /** Its name on the command line. */
    static final String NAME = "medulla-1";

    private ShippedModel() {}

    /** Reads and checks it. */
    static ModelFile read() {
        String file = NAME + ModelFile.EXTENSION;
        try (InputStream in = ShippedModel.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new FileNotFoundException(file);
            }
            return ModelFile.read(file, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own model cannot be read: build or copy it again", e);
        }
    }
}
