package org.medulla.vision.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.engine.Engine;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.job.MedullaException;

class DeviceTest {
    @Test
    void aProcessorIsAlwaysThere() {
        assertThat(Device.of("cpu").resolve()).isEqualTo(ai.djl.Device.cpu());
    }

    @Test
    void aGraphicsProcessorThatIsNotThereIsSaidToBeMissing() {
        assumeTrue(Engine.getEngine("PyTorch").getGpuCount() == 0, "this machine has a graphics processor");
        assertThat(Device.of("auto").resolve()).isEqualTo(ai.djl.Device.cpu());
        assertThatThrownBy(() -> Device.of("gpu").resolve())
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("--device cpu");
    }

    @Test
    void anUnknownDeviceIsRefused() {
        assertThatThrownBy(() -> Device.of("tpu")).isInstanceOf(MedullaException.class);
    }
}
