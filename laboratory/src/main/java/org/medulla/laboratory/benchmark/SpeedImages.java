package org.medulla.laboratory.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.classification.ImageFiles;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.ImageDecoder;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.phantom.PhantomPlan;
import org.medulla.vision.phantom.Phantoms;

/**
 * The files that the speed is measured on, given or drawn.
 *
 * @param paths of the files, as many as are counted for a patient: a few are taken several times
 * @param bytes of each different file
 * @param pictures of each different file
 */
record SpeedImages(List<Path> paths, List<byte[]> bytes, List<RgbImage> pictures) {
    /** The cells of one patient. */
    static final int CELLS = 500;

    private static final int PHANTOMS = 84;

    SpeedImages {
        paths = List.copyOf(paths);
        bytes = List.copyOf(bytes);
        pictures = List.copyOf(pictures);
    }

    /**
     * Reads them.
     *
     * @param given a folder of images; phantoms are drawn where none is given
     * @param work a folder for phantoms
     * @throws MedullaException USER when no file of the folder is an image
     */
    static SpeedImages of(Optional<Path> given, Path work, Progress progress) {
        Path folder = given.orElseGet(() -> phantoms(work, progress));
        List<Path> readable = new ArrayList<>();
        List<byte[]> bytes = new ArrayList<>();
        List<RgbImage> pictures = new ArrayList<>();
        for (Path path : ImageFiles.of(List.of(folder)).stream().limit(CELLS).toList()) {
            byte[] file = read(path);
            if (ImageDecoder.decode(file) instanceof Decoded.Image image) {
                readable.add(path);
                bytes.add(file);
                pictures.add(image.pixels());
            }
        }
        if (readable.isEmpty()) {
            throw MedullaException.user("None of the first files in " + folder + " is an image; name another folder.");
        }
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < CELLS; i++) {
            paths.add(readable.get(i % readable.size()));
        }
        return new SpeedImages(paths, bytes, pictures);
    }

    private static Path phantoms(Path work, Progress progress) {
        Path folder = work.resolve("phantoms");
        Phantoms.draw(new PhantomPlan(PHANTOMS, 1, 1), folder, progress);
        return folder;
    }

    private static byte[] read(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw MedullaException.resources("The file " + path + " could not be read.", e);
        }
    }
}
