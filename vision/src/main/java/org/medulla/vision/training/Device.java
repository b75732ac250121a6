package org.medulla.vision.training;

import ai.djl.engine.Engine;
import java.util.Locale;
import org.medulla.cytology.job.MedullaException;

/** Where a network is trained. */
public enum Device {
    /** A graphics processor if the engine sees one, else the processor. */
    AUTO,
    CPU,
    GPU;

    /**
     * The device of that name.
     *
     * @throws MedullaException for a name that is none of auto, cpu and gpu
     */
    public static Device of(String name) {
        return switch (name) {
            case "auto" -> AUTO;
            case "cpu" -> CPU;
            case "gpu" -> GPU;
            default -> throw MedullaException.user("There is no device called " + name + "; choose auto, cpu or gpu.");
        };
    }

    /** The name on the command line. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The engine's own name for it.
     *
     * @throws MedullaException when a graphics processor is wanted and the engine sees none
     */
    ai.djl.Device resolve() {
        boolean present = this != CPU && Engine.getEngine("PyTorch").getGpuCount() > 0;
        if (this == GPU && !present) {
            throw MedullaException.user("The engine sees no graphics processor; use --device cpu, "
                    + "or start Medulla with PyTorch's CUDA libraries.");
        }
        return present ? ai.djl.Device.gpu() : ai.djl.Device.cpu();
    }
}
