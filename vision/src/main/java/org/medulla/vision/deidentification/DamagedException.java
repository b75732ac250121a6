package org.medulla.vision.deidentification;

/** Carries the news that a part of a file ends early to the inspector that makes a finding of it. */
final class DamagedException extends Exception {
    private static final long serialVersionUID = 1L;

    DamagedException(String words) {
        super(words, null, false, false);
    }
}
