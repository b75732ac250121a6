package org.medulla.laboratory.similarity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.medulla.archive.prediction.Embedding;
import org.medulla.cytology.job.MedullaException;
import org.medulla.laboratory.model.OpenModel;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.ImageDecoder;
import org.medulla.vision.inference.Picture;

/** The embedding of a picture that is not in the archive. */
public final class PictureEmbedding {
    private PictureEmbedding() {}

    /**
     * What a model makes of a picture file. Its scale is what the file says; without it the picture is cut by its frame.
     *
     * @throws MedullaException DATA when it cannot be read or decoded
     */
    public static Embedding of(Path file, OpenModel model) {
        try {
            return switch (ImageDecoder.decode(Files.readAllBytes(file))) {
                case Decoded.Image image -> of(image, model);
                case Decoded.Rejected rejected ->
                    throw MedullaException.data(
                            "The file " + file + " " + rejected.words() + ": name a picture of one cell.");
            };
        } catch (IOException e) {
            throw MedullaException.data("The file " + file
                    + " cannot be read: name a cell by its number, as `medulla cells` lists them, or a picture file.");
        }
    }

    /** What a model makes of a picture. */
    public static Embedding of(Decoded.Image image, OpenModel model) {
        return Embedding.of(model.classifier()
                .classify(new Picture(image.pixels(), image.micronsPerPixel()))
                .embedding());
    }
}
