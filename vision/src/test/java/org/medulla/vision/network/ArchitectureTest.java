package org.medulla.vision.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.job.MedullaException;

class ArchitectureTest {
    @Test
    void resnext50HasAsManyParametersAsTorchvisionStates() {
        assertThat(Architecture.RESNEXT50.network(1000).learnedParameters()).isEqualTo(25_028_904L);
    }

    @Test
    void resnext50UsesTorchvisionsNamesAndShapes() {
        assertThat(Architecture.RESNEXT50.network(1000).parameterShapes())
                .containsEntry("conv1.weight", List.of(64, 3, 7, 7))
                .containsEntry("layer1.0.conv2.weight", List.of(128, 4, 3, 3))
                .containsEntry("layer1.0.downsample.0.weight", List.of(256, 64, 1, 1))
                .containsEntry("layer3.5.bn3.running_var", List.of(1024))
                .containsEntry("layer4.2.conv3.weight", List.of(2048, 1024, 1, 1))
                .containsEntry("fc.weight", List.of(1000, 2048))
                .doesNotContainKey("layer2.1.downsample.0.weight");
    }

    @Test
    void theSmallNetworkStaysBelowThreeMillionParameters() {
        assertThat(Architecture.SMALL.network(21).learnedParameters()).isLessThan(3_000_000L);
    }

    @Test
    void mobilenetUsesKerasNamesUpToItsTwelfthBlock() {
        assertThat(Architecture.MOBILENET.network(21).parameterShapes())
                .containsEntry("conv1.weight", List.of(32, 3, 3, 3))
                .containsEntry("conv1_bn.running_mean", List.of(32))
                .containsEntry("conv_dw_12.weight", List.of(512, 1, 3, 3))
                .containsEntry("conv_pw_12.weight", List.of(1024, 512, 1, 1))
                .containsEntry("conv_pw_12_bn.bias", List.of(1024))
                .doesNotContainKey("conv_dw_13.weight");
    }

    @Test
    void everyArchitectureIsFoundByItsName() {
        for (Architecture architecture : Architecture.values()) {
            assertThat(Architecture.of(architecture.title())).isEqualTo(architecture);
            assertThat(architecture.network(5).architecture()).isEqualTo(architecture.title());
        }
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> Architecture.of("vgg16"))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("vgg16")
                .hasMessageContaining("resnext50");
    }
}
