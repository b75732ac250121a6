package org.medulla.cli.console;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.Optional;

/** Standard output that remembers why a write failed, since {@link java.io.PrintStream} only says that one did. */
final class ResultStream extends FilterOutputStream {
    private volatile Optional<String> failure = Optional.empty();

    ResultStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
        try {
            out.write(octets, from, length);
        } catch (IOException e) {
            failure = Optional.of(Objects.requireNonNullElse(e.getMessage(), "write error"));
            throw e;
        }
    }

    Optional<String> failure() {
        return failure;
    }
}
