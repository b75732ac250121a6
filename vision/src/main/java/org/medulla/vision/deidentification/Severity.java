package org.medulla.vision.deidentification;

/** What a finding asks of a steward, the least first. */
public enum Severity {
    /** Says nothing of a person: the program that wrote the file, the camera's make. */
    HARMLESS,
    /** May or may not tell who it is: somebody has to look. */
    TO_LOOK_AT,
    /** Tells who or where somebody is by its very kind: a name, a date of birth, a position. */
    IDENTIFYING
}
