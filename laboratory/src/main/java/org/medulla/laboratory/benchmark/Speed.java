package org.medulla.laboratory.benchmark;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How fast this machine is, measured in one run so that the figures can be compared. Shares and ratios are by processor time, which
 * other work on the machine hardly changes; what is lost where a core has nothing to do shows in {@link Row#coresBusy()}.
 *
 * @param cores how many cores were at work
 * @param onnxRuntimeCeiling matrix products in ONNX Runtime, an image standing for a floating-point operation
 * @param libtorchCeiling the same in libtorch
 * @param rows what was measured, in the order in which it is shown
 * @param trainingMemory the most memory the process had while training, in bytes, where the system says it
 */
public record Speed(
        int cores, Row onnxRuntimeCeiling, Row libtorchCeiling, List<Row> rows, OptionalLong trainingMemory) {
    public Speed {
        rows = List.copyOf(rows);
    }

    private double ceilingPerCore() {
        return Math.max(onnxRuntimeCeiling.operationsPerCoreSecond(), libtorchCeiling.operationsPerCoreSecond());
    }

    /** The share of the higher ceiling that a row reaches; empty where it is no computation of a network. */
    public OptionalDouble shareOfCeiling(Row row) {
        return row.operationsPerImage() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(row.operationsPerCoreSecond() / ceilingPerCore());
    }

    /** How many times as fast a row is as the same network in libtorch; empty for other work. */
    public OptionalDouble ratioToLibtorch(Row row) {
        return row.subject().work() != Work.INFER
                ? OptionalDouble.empty()
                : rows.stream()
                        .filter(other -> other.subject().work() == Work.INFER_IN_LIBTORCH
                                && other.subject()
                                        .network()
                                        .equals(row.subject().network()))
                        .mapToDouble(other -> row.imagesPerCoreSecond() / other.imagesPerCoreSecond())
                        .findFirst();
    }

    /** What is done with images. */
    public enum Work {
        MULTIPLY("multiply matrices"),
        DECODE("decode"),
        PREPARE("preprocess"),
        INFER("infer"),
        INFER_IN_LIBTORCH("infer in libtorch"),
        COUNT("files to differential"),
        TRAIN("train");

        private final String words;

        Work(String words) {
            this.words = words;
        }

        /** What a person reads. */
        public String words() {
            return words;
        }
    }

    /**
     * What is measured.
     *
     * @param work what is done
     * @param network the network and its input in words: "resnext50, 224 px"; empty where there is none
     */
    public record Subject(Work work, Optional<String> network) {}

    /**
     * One measured speed.
     *
     * @param imagesPerSecond by the clock
     * @param imagesPerCoreSecond for each second of processor time
     * @param operationsPerImage floating-point operations of the network for one image; 0 where they are not what is measured
     * @param coresBusy how many cores were at work on average
     */
    public record Row(
            Subject subject,
            double imagesPerSecond,
            double imagesPerCoreSecond,
            double operationsPerImage,
            double coresBusy) {
        /** Floating-point operations a second. */
        public double operationsPerSecond() {
            return imagesPerSecond * operationsPerImage;
        }

        /** Floating-point operations for each second of processor time. */
        public double operationsPerCoreSecond() {
            return imagesPerCoreSecond * operationsPerImage;
        }
    }
}
