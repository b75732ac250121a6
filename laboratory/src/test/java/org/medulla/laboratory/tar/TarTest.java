package org.medulla.laboratory.tar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class TarTest {
    @Test
    void filesComeBackInTheirOrder() throws IOException {
        TarReader reader = new TarReader(new ByteArrayInputStream(archive()));
        TarFile first = reader.next().orElseThrow();
        assertThat(first.name()).isEqualTo("BLA_00001.jpg");
        assertThat(first.bytes()).hasSize(700).containsOnly(7);
        TarFile second = reader.next().orElseThrow();
        assertThat(second.name()).isEqualTo("BLA_00001.cls");
        assertThat(new String(second.bytes(), StandardCharsets.UTF_8)).isEqualTo("0\n");
        assertThat(reader.next()).isEmpty();
    }

    @Test
    void aHeaderIsThatOfPosixWithNothingThatChanges() throws IOException {
        byte[] archive = archive();
        assertThat(archive).hasSize(512 + 1024 + 512 + 512 + 1024);
        // Mode 644, owner and group 0, 700 bytes, second 0, sum, kind: as Python's tarfile writes the same header.
        assertThat(new String(archive, 100, 57, StandardCharsets.US_ASCII))
                .isEqualTo("0000644\0" + "0000000\0" + "0000000\0" + "00000001274\0" + "00000000000\0" + "007571\0 "
                        + "0");
        assertThat(HexFormat.of().formatHex(archive, 257, 265)).isEqualTo("7573746172003030");
    }

    @Test
    void anArchiveThatIsCutShortOrDamagedIsRefused() throws IOException {
        byte[] archive = archive();
        for (int length : new int[] {100, 600, 1536 + 100, archive.length - 1024}) {
            assertThatThrownBy(() -> readAll(Arrays.copyOf(archive, length)))
                    .as("cut to %d", length)
                    .isInstanceOf(IOException.class);
        }
        byte[] damaged = archive.clone();
        damaged[3] ^= 1;
        assertThatThrownBy(() -> readAll(damaged)).hasMessageContaining("sum");
    }

    @Test
    void aNameThatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> new TarWriter(new ByteArrayOutputStream()).add("x".repeat(101), new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TarWriter(new ByteArrayOutputStream()).add("ä", new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void readAll(byte[] archive) throws IOException {
        TarReader reader = new TarReader(new ByteArrayInputStream(archive));
        while (reader.next().isPresent()) {}
    }

    private static byte[] archive() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TarWriter writer = new TarWriter(out);
        byte[] image = new byte[700];
        Arrays.fill(image, (byte) 7);
        writer.add("BLA_00001.jpg", image);
        writer.add("BLA_00001.cls", "0\n".getBytes(StandardCharsets.UTF_8));
        writer.finish();
        return out.toByteArray();
    }
}
