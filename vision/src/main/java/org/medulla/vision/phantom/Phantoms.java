package org.medulla.vision.phantom;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.medulla.cytology.job.CancelledException;
import org.medulla.cytology.job.ErrorCode;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;
import org.medulla.vision.image.JpegComment;

/**
 * Draws a series of synthetic marrow cells into a folder: {@code <CODE>/<CODE>_00001.jpg}, {@code masks/<CODE>_00001.png} and
 * {@code manifest.csv}, which lists them with patient, smear and diagnosis. Every image carries the words "synthetic: Medulla
 * phantom" in its JPEG comment, every line of the manifest says so too.
 *
 * <p>A folder belongs to one plan, which {@code phantoms.json} names. Drawing again into it keeps what is complete and draws
 * the rest, so that a run that was killed ends as an undisturbed one.
 */
public final class Phantoms {
    private static final String PLAN_FILE = "phantoms.json";

    private Phantoms() {}

    /**
     * What a run did.
     *
     * @param manifest the list of all cells
     * @param drawn how many cells this run drew
     * @param kept how many it found complete
     */
    public record Summary(Path manifest, int drawn, int kept) {}

    /**
     * Draws the plan into a folder, which is new, empty or holds a part of the same plan.
     *
     * @throws MedullaException when the folder holds something else, or cannot be written
     */
    public static Summary draw(PhantomPlan plan, Path folder, Progress progress) {
        try {
            claim(plan, folder);
            PhantomSeries series = PhantomSeries.of(plan);
            for (int i = 0; i < series.size(); i++) {
                Files.createDirectories(parent(folder.resolve(series.cell(i).path())));
                Files.createDirectories(parent(folder.resolve(series.cell(i).mask())));
            }
            AtomicInteger drawn = new AtomicInteger();
            try (Progress.Stage stage = progress.stage("Drawing phantoms", series.size())) {
                drawAll(series, folder, stage, drawn);
            }
            Path manifest = folder.resolve("manifest.csv");
            write(manifest, PhantomManifest.of(series).getBytes(StandardCharsets.UTF_8));
            return new Summary(manifest, drawn.get(), series.size() - drawn.get());
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static void claim(PhantomPlan plan, Path folder) throws IOException {
        String stated = "{\"synthetic\": true, \"what\": \"Medulla phantoms\", \"generator\": "
                + PhantomSeries.GENERATOR
                + ", \"cells\": " + plan.cells() + ", \"patients\": " + plan.patients() + ", \"seed\": " + plan.seed()
                + "}\n";
        Files.createDirectories(folder);
        Path file = folder.resolve(PLAN_FILE);
        if (Files.exists(file)) {
            if (!Files.readString(file).equals(stated)) {
                throw MedullaException.user("The folder " + folder
                        + " holds phantoms of another plan: choose a new folder, or delete that one.");
            }
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            if (entries.anyMatch(entry -> !entry.getFileName()
                    .toString()
                    .equals(partOf(file).getFileName().toString()))) {
                throw MedullaException.user(
                        "The folder " + folder + " is not empty and holds no phantoms: choose a new folder.");
            }
        }
        write(file, stated.getBytes(StandardCharsets.UTF_8));
    }

    private static void drawAll(PhantomSeries series, Path folder, Progress.Stage stage, AtomicInteger drawn) {
        AtomicInteger next = new AtomicInteger();
        int threads = Math.min(series.size(), Runtime.getRuntime().availableProcessors());
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(executor.submit(() -> {
                    for (int index = next.getAndIncrement(); index < series.size(); index = next.getAndIncrement()) {
                        if (!isComplete(series, index, folder)) {
                            drawOne(series, index, folder);
                            drawn.incrementAndGet();
                        }
                        stage.advance(1);
                    }
                }));
            }
            try {
                for (Future<?> worker : workers) {
                    worker.get();
                }
            } catch (InterruptedException e) {
                next.set(series.size());
                Thread.currentThread().interrupt();
                throw new CancelledException("Drawing phantoms");
            } catch (ExecutionException e) {
                next.set(series.size());
                if (e.getCause() instanceof MedullaException known) {
                    throw known;
                }
                throw new MedullaException(ErrorCode.INTERNAL, "A phantom could not be drawn: report this.", e);
            }
        }
    }

    private static void drawOne(PhantomSeries series, int index, Path folder) {
        PhantomPicture picture = series.draw(index);
        try {
            write(folder.resolve(series.cell(index).mask()), picture.mask().toPng());
            write(folder.resolve(series.cell(index).path()), series.jpeg(index, picture));
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** The image is written last and moved into place whole: where it is and says the plan, the cell is complete. */
    private static boolean isComplete(PhantomSeries series, int index, Path folder) {
        Path image = folder.resolve(series.cell(index).path());
        Path mask = folder.resolve(series.cell(index).mask());
        try {
            if (!Files.exists(image) || !Files.exists(mask) || Files.size(mask) == 0) {
                return false;
            }
            byte[] bytes = Files.readAllBytes(image);
            boolean ended = bytes.length > 2
                    && bytes[bytes.length - 2] == (byte) 0xff
                    && bytes[bytes.length - 1] == (byte) 0xd9;
            return ended
                    && JpegComment.read(bytes)
                            .filter(series.comment(index)::equals)
                            .isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path part = partOf(file);
        Files.write(part, bytes);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path partOf(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".part");
    }

    private static Path parent(Path file) {
        return file.resolve("..").normalize();
    }

    private static MedullaException unwritable(Path folder, IOException e) {
        return MedullaException.resources(
                "Phantoms cannot be written into " + folder + " (" + e.getMessage()
                        + "): see to disk space and permissions, then run it again to go on from here.",
                e);
    }
}
