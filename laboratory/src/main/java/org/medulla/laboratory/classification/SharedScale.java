package org.medulla.laboratory.classification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.pipeline.OrderedWork;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.ImageDecoder;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.scale.ScaleEstimate;
import org.medulla.vision.scale.ScaleEvidence;

/**
 * The scale of pictures whose files do not say it, from what some of those that were given together show. Pictures with frames
 * of the same size are taken to be of one scanner. A single picture tells its scale too poorly (docs/benchmarks.md), and so does
 * a frame that differs little from those that networks learned from; such pictures are cut by their frame.
 */
final class SharedScale {
    /** How many pictures are looked at, evenly spread over the files. */
    private static final int PICTURES = 32;

    /** Fewer pictures of one frame size tell too little. */
    private static final int FEWEST = 8;

    /** The side of the frames that networks take for usual, in micrometres: those of the published marrow collection. */
    private static final double USUAL_FRAME = 24;

    /** How far, as a logarithm, a frame differs from the usual one before it is taken for another. */
    private static final double CLEARLY = 0.25;

    private final Map<FrameSize, Double> micronsPerPixel;

    private SharedScale(Map<FrameSize, Double> micronsPerPixel) {
        this.micronsPerPixel = Map.copyOf(micronsPerPixel);
    }

    private record FrameSize(int width, int height) {}

    private record Seen(FrameSize frame, ScaleEvidence evidence) {}

    /** Looks at some of the files. */
    static SharedScale of(List<Path> files, Progress progress) {
        int count = Math.min(PICTURES, files.size());
        if (count < FEWEST) {
            return new SharedScale(Map.of());
        }
        Map<FrameSize, List<ScaleEvidence>> byFrame = new HashMap<>();
        try (Progress.Stage stage = progress.stage("Finding the scale", count)) {
            OrderedWork.onAllCores("Finding the scale")
                    .run(
                            IntStream.range(0, count)
                                    .mapToObj(i -> files.get((int) ((long) i * files.size() / count)))
                                    .iterator(),
                            SharedScale::look,
                            seen -> {
                                seen.forEach(one -> byFrame.computeIfAbsent(one.frame(), _ -> new ArrayList<>())
                                        .add(one.evidence()));
                                stage.advance(1);
                            });
        }
        Map<FrameSize, Double> scales = new HashMap<>();
        byFrame.forEach((frame, evidence) -> {
            if (evidence.size() >= FEWEST) {
                ScaleEstimate estimate = evidence.stream()
                        .reduce(ScaleEvidence::and)
                        .orElseThrow()
                        .estimate();
                double side = estimate.micronsPerPixel() * Math.min(frame.width(), frame.height());
                if (Math.abs(Math.log(side / USUAL_FRAME)) > CLEARLY) {
                    scales.put(frame, estimate.micronsPerPixel());
                }
            }
        });
        return new SharedScale(scales);
    }

    private static List<Seen> look(Path file) {
        try {
            return switch (ImageDecoder.decode(Files.readAllBytes(file))) {
                case Decoded.Image image ->
                    image.micronsPerPixel().isPresent()
                            ? List.of()
                            : List.of(new Seen(frame(image.pixels()), ScaleEvidence.of(image.pixels())));
                case Decoded.Rejected _ -> List.of();
            };
        } catch (IOException e) {
            // Whoever classifies the file says that it cannot be read.
            return List.of();
        }
    }

    private static FrameSize frame(RgbImage image) {
        return new FrameSize(image.width(), image.height());
    }

    /** The scale of a picture: what its file says, else what it shares with others of its frame size, where that is known. */
    OptionalDouble of(Decoded.Image image) {
        Double shared = micronsPerPixel.get(frame(image.pixels()));
        return image.micronsPerPixel().isPresent() || shared == null
                ? image.micronsPerPixel()
                : OptionalDouble.of(shared);
    }
}
