package org.medulla.laboratory.classification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.scale.ScaleEstimate;
import org.medulla.vision.scale.ScaleEvidence;

/**
 * The scale of pictures whose files do not say it, from what some of those that were given together show. Pictures with frames
 * of the same size are taken to be of one scanner. A single picture tells its scale too poorly (docs/benchmarks.md), and so does
 * a frame that differs little from those that networks learned from; such pictures are cut by their frame.
 */
public final class SharedScale {
    /** No scale is known but where a file says it. */
    static final SharedScale UNKNOWN = new SharedScale(Map.of(), OptionalDouble.empty());

    /** Fewer pictures of one frame size tell too little. */
    private static final int FEWEST = 8;

    /** The side of the frames that networks take for usual, in micrometres: those of the published marrow collection. */
    private static final double USUAL_FRAME = 24;

    /** How far, as a logarithm, a frame differs from the usual one before it is taken for another. */
    private static final double CLEARLY = 0.25;

    private final Map<FrameSize, Double> micronsPerPixel;
    private final OptionalDouble otherwise;

    private SharedScale(Map<FrameSize, Double> micronsPerPixel, OptionalDouble otherwise) {
        this.micronsPerPixel = Map.copyOf(micronsPerPixel);
        this.otherwise = otherwise;
    }

    /** The scale that a person states for all files that do not say theirs. */
    static SharedScale stated(double micronsPerPixel) {
        return new SharedScale(Map.of(), OptionalDouble.of(micronsPerPixel));
    }

    private record FrameSize(int width, int height) {}

    /** What some of the pictures tell about all. */
    static SharedScale of(List<Decoded.Image> some) {
        Map<FrameSize, List<ScaleEvidence>> byFrame = new HashMap<>();
        some.stream()
                .filter(image -> image.micronsPerPixel().isEmpty())
                .forEach(image -> byFrame.computeIfAbsent(frame(image.pixels()), _ -> new ArrayList<>())
                        .add(ScaleEvidence.of(image.pixels())));
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
        return new SharedScale(scales, OptionalDouble.empty());
    }

    private static FrameSize frame(RgbImage image) {
        return new FrameSize(image.width(), image.height());
    }

    /** The scale of a picture: what its file says, else what it shares with others of its frame size or was stated, where that is known. */
    public OptionalDouble of(Decoded.Image image) {
        if (image.micronsPerPixel().isPresent()) {
            return image.micronsPerPixel();
        }
        Double shared = micronsPerPixel.get(frame(image.pixels()));
        return shared == null ? otherwise : OptionalDouble.of(shared);
    }
}
