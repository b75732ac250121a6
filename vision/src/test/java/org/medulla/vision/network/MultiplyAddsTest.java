package org.medulla.vision.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MultiplyAddsTest {
    @Test
    void resNeXtTakesWhatTorchvisionStates() {
        // 4.23 billion in torchvision's table of weights; 4.26 where normalisations are counted.
        assertThat(MultiplyAdds.of(Architecture.RESNEXT50.network(1000), 224))
                .isBetween(4_225_000_000L, 4_265_000_000L);
    }

    @Test
    void mobileNetTakesWhatItsAuthorsStateLessTheAbsentBlock() {
        long depthwise = 7 * 7 * 1024 * 9;
        long pointwise = 7 * 7 * 1024 * 1024;
        // 569 million, Howard AG et al., arXiv 1704.04861, table 4.
        assertThat(MultiplyAdds.of(Architecture.MOBILENET.network(1000), 224) + depthwise + pointwise)
                .isBetween(568_500_000L, 569_500_000L);
    }

    @Test
    void paddingStridesAndPoolingAreFollowed() {
        Network network = new Network(
                "counted",
                List.of(
                        new Layer.Convolution("a", Network.INPUT, 3, 8, 3, 2, 0, 1, 1, false),
                        new Layer.MaxPooling("b", "a", 3, 2, 1),
                        new Layer.Convolution("c", "b", 8, 8, 3, 1, 0, 0, 4, true),
                        new Layer.AveragePooling("d", "c", 2, 2),
                        new Layer.GlobalAveragePooling("e", "d"),
                        new Layer.Linear("f", "e", 8, 5)),
                "d",
                "e");
        // 33 pixels become 16, then 8, then 6.
        long first = 16 * 16 * 8 * 3 * 9;
        long second = 6 * 6 * 8 * 2 * 9;
        assertThat(MultiplyAdds.of(network, 33)).isEqualTo(first + second + 8 * 5);
    }
}
