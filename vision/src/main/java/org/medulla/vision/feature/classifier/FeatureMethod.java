package org.medulla.vision.feature.classifier;

/** The ways of classifying feature vectors. */
public enum FeatureMethod {
    /** A support vector machine with a radial kernel for each class against all others. */
    SUPPORT_VECTORS("support vector machine"),
    /** A forest of trees, each grown on a class-balanced drawing of the cells with few features tried at each fork. */
    FOREST("random forest");

    private final String words;

    FeatureMethod(String words) {
        this.words = words;
    }

    /** As a report says it. */
    public String words() {
        return words;
    }
}
