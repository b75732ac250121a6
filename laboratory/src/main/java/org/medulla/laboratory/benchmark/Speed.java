package org.medulla.laboratory.benchmark;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How fast this machine is, measured in one run so that the figures can be compared.
 *
 * @param cores how many cores were at work
 * @param onnxRuntimeCeiling floating-point operations a second of matrix products in ONNX Runtime
 * @param libtorchCeiling the same in libtorch
 * @param rows what was measured, in the order in which it is shown
 * @param peakMemory the most memory the process had, in bytes, where the system says it
 */
public record Speed(
        int cores, double onnxRuntimeCeiling, double libtorchCeiling, List<Row> rows, OptionalLong peakMemory) {
    public Speed {
        rows = List.copyOf(rows);
    }

    /** The higher of the two ceilings. */
    public double ceiling() {
        return Math.max(onnxRuntimeCeiling, libtorchCeiling);
    }

    /** The share of the ceiling that a row reaches; empty where it is no computation of a network. */
    public OptionalDouble shareOfCeiling(Row row) {
        return row.operationsPerImage() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(row.operationsPerSecond() / ceiling());
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
                        .mapToDouble(other -> row.imagesPerSecond() / other.imagesPerSecond())
                        .findFirst();
    }

    /** What is done with images. */
    public enum Work {
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
     * @param operationsPerImage floating-point operations of the network for one image; 0 where they are not what is measured
     * @param coresBusy how many cores were at work on average
     */
    public record Row(Subject subject, double imagesPerSecond, double operationsPerImage, double coresBusy) {
        /** Floating-point operations a second. */
        public double operationsPerSecond() {
            return imagesPerSecond * operationsPerImage;
        }
    }
}
