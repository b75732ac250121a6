package org.medulla.laboratory.classification;

/** Where answers go, one after the other, as they come. Closing it writes what ends the format and flushes. */
public interface AnswerWriter extends AutoCloseable {
    /** Writes one answer. */
    void write(Answer answer);

    @Override
    void close();
}
