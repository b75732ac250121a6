package org.medulla.vision.network;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.medulla.cytology.job.MedullaException;

/** A way to build a network for any number of classes, by the name that the command line gives it. */
public enum Architecture {
    /** Medulla's own residual network: the best accuracy per minute of a processor, under three million parameters. */
    SMALL("small") {
        @Override
        public Network network(int classes) {
            return SmallNetwork.build(classes);
        }
    },
    /**
     * ResNeXt-50 with 32 groups of width 4, the published network for these cells, with torchvision's parameter names (Xie S
     * et al., CVPR 2017, doi 10.1109/CVPR.2017.634).
     */
    RESNEXT50("resnext50") {
        @Override
        public Network network(int classes) {
            return ResNeXt50.build(classes);
        }
    },
    /** A plain stack of convolution, normalisation, rectifier and pooling: the baseline that any other has to beat. */
    SEQUENTIAL("sequential") {
        @Override
        public Network network(int classes) {
            return SequentialNetwork.build(classes);
        }
    },
    /**
     * MobileNet v1 of width 1.0 up to its twelfth block, with Keras's layer names (Howard AG et al., arXiv 1704.04861). The
     * thirteenth block is left out because the public weights lack half of it.
     */
    MOBILENET("mobilenet") {
        @Override
        public Network network(int classes) {
            return MobileNet.build(classes);
        }
    };

    private final String title;

    Architecture(String title) {
        this.title = title;
    }

    /** The network for so many classes, its layers described, its parameters not yet there. */
    public abstract Network network(int classes);

    /** The name on the command line. */
    public String title() {
        return title;
    }

    /**
     * The architecture of that name.
     *
     * @throws MedullaException for a name that is none of them
     */
    public static Architecture of(String title) {
        return Arrays.stream(values())
                .filter(a -> a.title.equals(title))
                .findFirst()
                .orElseThrow(() -> MedullaException.user("There is no network called " + title + "; choose one of "
                        + Arrays.stream(values()).map(Architecture::title).collect(Collectors.joining(", ")) + "."));
    }
}
