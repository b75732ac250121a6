package org.medulla.cytology.job;

/** Raised inside a job that was asked to stop; what the job has stored so far stays and is taken up when it runs again. */
public final class CancelledException extends MedullaException {
    private static final long serialVersionUID = 1L;

    /** Names the job that stopped. */
    public CancelledException(String job) {
        super(ErrorCode.USER, job + " was cancelled; run it again to go on from here.");
    }
}
