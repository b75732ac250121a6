package org.medulla.archive.prediction;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** The numbers by which a model compares a cell with others, scaled to length 1. Immutable. */
public final class Embedding {
    private static final int BYTES_PER_NUMBER = 2;

    private final float[] numbers;

    private Embedding(float[] numbers) {
        this.numbers = numbers;
    }

    /** Scales a copy of the numbers to length 1; all zeros stay what they are. */
    public static Embedding of(float[] numbers) {
        double square = 0;
        for (float number : numbers) {
            square += (double) number * number;
        }
        if (numbers.length == 0 || !Double.isFinite(square)) {
            throw new IllegalArgumentException("An embedding has finite numbers, at least one");
        }
        double length = square > 0 ? Math.sqrt(square) : 1;
        float[] scaled = new float[numbers.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (numbers[i] / length);
        }
        return new Embedding(scaled);
    }

    /** How many numbers it has. */
    public int dimensions() {
        return numbers.length;
    }

    /** The number at that place. */
    public float number(int place) {
        return numbers[place];
    }

    /** A copy of the numbers. */
    public float[] numbers() {
        return numbers.clone();
    }

    /**
     * The cosine of the angle to another embedding by the same model, -1 to 1: 1 for the same picture.
     *
     * @throws IllegalArgumentException when the other has not as many numbers
     */
    public double cosine(Embedding other) {
        if (other.numbers.length != numbers.length) {
            throw new IllegalArgumentException(
                    "Embeddings of " + numbers.length + " and " + other.numbers.length + " numbers cannot be compared");
        }
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            sum += (double) numbers[i] * other.numbers[i];
        }
        return sum;
    }

    /** Equally long embeddings in half precision, one after the other, the low byte first. */
    static byte[] bytes(List<Embedding> embeddings) {
        int dimensions = embeddings.getFirst().dimensions();
        ByteBuffer bytes = ByteBuffer.allocate(embeddings.size() * dimensions * BYTES_PER_NUMBER)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (Embedding embedding : embeddings) {
            if (embedding.dimensions() != dimensions) {
                throw new IllegalArgumentException("A model's embeddings all have the same number of numbers");
            }
            for (float number : embedding.numbers) {
                bytes.putShort(Float.floatToFloat16(number));
            }
        }
        return bytes.array();
    }
}
