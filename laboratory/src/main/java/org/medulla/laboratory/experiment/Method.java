package org.medulla.laboratory.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.medulla.cytology.job.MedullaException;
import org.medulla.vision.feature.classifier.FeatureMethod;
import org.medulla.vision.network.Architecture;

/** A way to name cells that can be compared with others: it learns from some folds and names the cells of another. */
public sealed interface Method {
    /** Its name on the command line, in folders and in reports. */
    String title();

    /** A network that learns from the pixels. */
    record Network(Architecture architecture) implements Method {
        @Override
        public String title() {
            return architecture.title();
        }
    }

    /** A classifier that learns from hand-made features of nucleus and cell, as the published comparison had one. */
    enum Features implements Method {
        SUPPORT_VECTORS("features-svm", FeatureMethod.SUPPORT_VECTORS),
        FOREST("features-forest", FeatureMethod.FOREST);

        private final String title;
        private final FeatureMethod method;

        Features(String title, FeatureMethod method) {
            this.title = title;
            this.method = method;
        }

        static Optional<Method> find(String title) {
            return Arrays.stream(values())
                    .filter(features -> features.title.equals(title))
                    .<Method>map(features -> features)
                    .findFirst();
        }

        /** The classifier that learns from the features. */
        FeatureMethod method() {
            return method;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /**
     * The methods of these names, each once, in their order.
     *
     * @param names {@code features} stands for all classifiers on hand-made features, {@code features-svm} for one, any other for a
     *     network
     * @throws MedullaException USER for a name that is none of them
     */
    static List<Method> named(List<String> names) {
        Set<Method> methods = new LinkedHashSet<>();
        for (String name : names) {
            if (name.equals("features")) {
                methods.addAll(List.of(Features.values()));
            } else {
                methods.add(Features.find(name).orElseGet(() -> new Network(Architecture.of(name))));
            }
        }
        if (methods.isEmpty()) {
            throw MedullaException.user("Name at least one network to train, such as resnext50.");
        }
        return new ArrayList<>(methods);
    }
}
