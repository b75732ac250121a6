package org.medulla.cytology.job;

/** Who can mend an error. */
public enum ErrorCode {
    /** The person who asked: a wrong name, option or order of steps. */
    USER,
    /** Whoever keeps the data: a damaged file, an inconsistent archive, a manifest that does not add up. */
    DATA,
    /** Whoever keeps the machine: no disk space, no memory, no permission. */
    RESOURCES,
    /** Whoever writes Medulla. */
    INTERNAL
}
