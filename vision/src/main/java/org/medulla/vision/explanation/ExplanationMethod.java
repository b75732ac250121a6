package org.medulla.vision.explanation;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.medulla.cytology.job.MedullaException;

/** How the pixels that mattered are found. */
public enum ExplanationMethod {
    /** By the feature maps that speak for the class: see {@link GradCam}. */
    GRADCAM("gradcam", "Grad-CAM"),
    /** By the pixels whose change would change the class's logit: see {@link SmoothGrad}. */
    SMOOTHGRAD("smoothgrad", "SmoothGrad"),
    /** By covering one place after the other: see {@link Occlusion}. */
    OCCLUSION("occlusion", "Occlusion");

    private final String option;
    private final String title;

    ExplanationMethod(String option, String title) {
        this.option = option;
        this.title = title;
    }

    /**
     * The method of that name on the command line.
     *
     * @throws MedullaException for a name that is none of them
     */
    public static ExplanationMethod of(String option) {
        return Arrays.stream(values())
                .filter(method -> method.option.equals(option))
                .findFirst()
                .orElseThrow(() -> MedullaException.user("There is no method of explanation called " + option
                        + "; choose one of "
                        + Arrays.stream(values()).map(m -> m.option).collect(Collectors.joining(", ")) + "."));
    }

    /** The name on the command line. */
    public String option() {
        return option;
    }

    /** The name in the literature. */
    public String title() {
        return title;
    }
}
