package org.medulla.laboratory.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetTest {
    private static final ParquetColumn BYTES = new ParquetColumn("image.bytes", ParquetType.BINARY);
    private static final ParquetColumn PATH = new ParquetColumn("image.path", ParquetType.TEXT);
    private static final ParquetColumn LABEL = new ParquetColumn("label", ParquetType.INT64);
    private static final ParquetColumn FOLD = new ParquetColumn("fold", ParquetType.INT32);
    private static final ParquetColumn SCALE = new ParquetColumn("scale", ParquetType.DOUBLE);
    private static final List<ParquetColumn> COLUMNS = List.of(BYTES, PATH, LABEL, FOLD, SCALE);

    @TempDir
    Path folder;

    @Test
    void rowsComeBackWithWhatIsAbsent() throws IOException {
        Path file = folder.resolve("table.parquet");
        List<List<Optional<?>>> rows = rows(1000);
        Files.write(file, write(rows, 300, Long.MAX_VALUE));
        try (ParquetReader reader = ParquetReader.open(file)) {
            assertThat(reader.groups()).isEqualTo(4);
            assertThat(reader.rows()).isEqualTo(1000);
            assertThat(reader.metadata()).containsExactly(Map.entry("key", "value"));
            for (int column = 0; column < COLUMNS.size(); column++) {
                List<Optional<Object>> values = new ArrayList<>();
                for (int group = 0; group < reader.groups(); group++) {
                    values.addAll(reader.column(group, COLUMNS.get(column)));
                }
                assertThat(values).hasSize(1000);
                for (int row = 0; row < 1000; row++) {
                    Object expected = rows.get(row).get(column).orElse(null);
                    assertThat(values.get(row).orElse(null)).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void rowGroupsAreBoundedByTheirBytesToo() throws IOException {
        Path file = folder.resolve("table.parquet");
        Files.write(file, write(rows(100), 1000, 2000));
        try (ParquetReader reader = ParquetReader.open(file)) {
            assertThat(reader.groups()).isGreaterThan(3);
        }
    }

    @Test
    void theSmallestTableIsByteForByteAsTheFormatSays() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ParquetWriter writer = new ParquetWriter(out, List.of(FOLD), Map.of(), 10, 1000);
        writer.add(List.of(Optional.of(5)));
        writer.add(List.of(Optional.empty()));
        writer.finish();
        // Page header: data page, 12 bytes, 12 bytes, two values, plain, levels in RLE.
        String header = "1500" + "1518" + "1518" + "2c" + "1504" + "1500" + "1506" + "1506" + "00" + "00";
        // Levels: their length, one value there, one absent; then the value 5.
        String page = "04000000" + "0201" + "0200" + "05000000";
        assertThat(HexFormat.of().formatHex(out.toByteArray())).startsWith("50415231" + header + page);
        assertThat(HexFormat.of().formatHex(out.toByteArray())).endsWith("50415231");
    }

    @Test
    void aDamagedFileIsRefusedAndNeverMisread() throws IOException {
        byte[] whole = write(rows(20), 10, Long.MAX_VALUE);
        Path file = folder.resolve("damaged.parquet");
        Random random = new Random(1);
        for (int attempt = 0; attempt < 500; attempt++) {
            byte[] damaged = random.nextBoolean() ? whole.clone() : Arrays.copyOf(whole, random.nextInt(whole.length));
            if (damaged.length > 0) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, damaged);
            try (ParquetReader reader = ParquetReader.open(file)) {
                for (int group = 0; group < reader.groups(); group++) {
                    for (ParquetColumn column : COLUMNS) {
                        reader.column(group, column);
                    }
                }
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("");
            }
        }
    }

    @Test
    void anotherKindOfFileIsRefused() throws IOException {
        Path file = folder.resolve("other.parquet");
        Files.writeString(file, "sha256,class\nthis is no table of columns\n");
        assertThatThrownBy(() -> ParquetReader.open(file)).isInstanceOf(IOException.class);
        Files.writeString(file, "");
        assertThatThrownBy(() -> ParquetReader.open(file)).isInstanceOf(IOException.class);
    }

    private static byte[] write(List<List<Optional<?>>> rows, int groupRows, long groupBytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ParquetWriter writer = new ParquetWriter(out, COLUMNS, Map.of("key", "value"), groupRows, groupBytes);
        for (List<Optional<?>> row : rows) {
            writer.add(row);
        }
        writer.finish();
        return out.toByteArray();
    }

    private static List<List<Optional<?>>> rows(int count) {
        Random random = new Random(7);
        List<List<Optional<?>>> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            byte[] image = new byte[random.nextInt(200)];
            random.nextBytes(image);
            rows.add(List.of(
                    Optional.of(image),
                    Optional.of("Zelle_" + row + "_ä.jpg"),
                    Optional.of(random.nextLong()),
                    random.nextInt(3) == 0 ? Optional.empty() : Optional.of(row),
                    row < count / 2 ? Optional.empty() : Optional.of(random.nextDouble())));
        }
        return rows;
    }
}
