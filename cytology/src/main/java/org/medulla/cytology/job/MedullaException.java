package org.medulla.cytology.job;

/** The root of every error that Medulla raises on purpose: one sentence that says what, which, and what to do next. */
public class MedullaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    /** Raises an error with the sentence that a person will read. */
    public MedullaException(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    /** Raises an error that another one caused. */
    public MedullaException(ErrorCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Who can mend it. */
    public ErrorCode code() {
        return code;
    }

    /** An error of the person who asked. */
    public static MedullaException user(String message) {
        return new MedullaException(ErrorCode.USER, message);
    }

    /** An error in the data that were given or stored. */
    public static MedullaException data(String message) {
        return new MedullaException(ErrorCode.DATA, message);
    }

    /** An error of the machine, with what the machine said. */
    public static MedullaException resources(String message, Throwable cause) {
        return new MedullaException(ErrorCode.RESOURCES, message, cause);
    }
}
