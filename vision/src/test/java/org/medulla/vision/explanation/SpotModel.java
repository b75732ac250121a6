package org.medulla.vision.explanation;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.model.ModelDescription;
import org.medulla.vision.model.ModelFile;
import org.medulla.vision.model.TestModels;
import org.medulla.vision.network.Layer;
import org.medulla.vision.network.Network;
import org.medulla.vision.network.Tensor;
import org.medulla.vision.preprocessing.Preprocessing;

/** A model that was not trained but written down: bright spots on a dark ground are BLA, red ones speak for EBO. */
final class SpotModel {
    static final int SIZE = 48;

    private static final Network NETWORK = new Network(
            "spots",
            List.of(
                    new Layer.Convolution("sum", Network.INPUT, 3, 2, 1, 1, 0, 0, 1, true),
                    new Layer.Rectifier("bright", "sum", Double.POSITIVE_INFINITY),
                    new Layer.GlobalAveragePooling("pool", "bright"),
                    new Layer.Linear("fc", "pool", 2, 2)),
            "bright",
            "pool");

    private SpotModel() {}

    static ModelFile write(Path folder) {
        Map<String, Tensor> parameters = Map.of(
                "sum.weight", Tensor.of(List.of(2, 3, 1, 1), new float[] {1, 1, 1, 1, -1, -1}),
                "sum.bias", Tensor.of(List.of(2), new float[] {-1.2f, -0.6f}),
                "fc.weight", Tensor.of(List.of(2, 2), new float[] {60, 0, 0, 60}),
                "fc.bias", Tensor.of(List.of(2), new float[] {-2, 0}));
        ModelDescription description = TestModels.description(
                List.of("BLA", "EBO"),
                new Preprocessing(SIZE, 1, OptionalDouble.empty(), List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0), 8),
                1,
                NETWORK);
        return ModelFile.write(folder.resolve("spots.medulla"), description, parameters);
    }

    /** A dark picture of {@value #SIZE} pixels with a white square spot of 12 pixels whose corner is at (x, y). */
    static RgbImage picture(int x, int y) {
        byte[] rgb = new byte[SIZE * SIZE * 3];
        for (int i = 0; i < rgb.length; i++) {
            int pixel = i / 3;
            boolean spot = inSpot(pixel % SIZE - x) && inSpot(Math.floorDiv(pixel, SIZE) - y);
            rgb[i] = (byte) (spot ? 230 : 30);
        }
        return RgbImage.of(SIZE, SIZE, rgb);
    }

    private static boolean inSpot(int offset) {
        return offset >= 0 && offset < 12;
    }
}
