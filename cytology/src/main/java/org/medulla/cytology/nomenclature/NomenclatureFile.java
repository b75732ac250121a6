package org.medulla.cytology.nomenclature;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.medulla.cytology.job.ErrorCode;
import org.medulla.cytology.job.MedullaException;

/** Reads the data files of this package: plain comma-separated lines without quotes, a line of column names first. */
final class NomenclatureFile {
    private NomenclatureFile() {}

    static Nomenclature read(String version) {
        List<CellClass> classes = lines(version + ".csv").stream()
                .skip(1)
                .map(NomenclatureFile::cellClass)
                .toList();
        return new Nomenclature(version, classes);
    }

    /** The lines of a resource beside this class. */
    static List<String> lines(String name) {
        try (InputStream file = NomenclatureFile.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new MedullaException(
                        ErrorCode.INTERNAL, "The program lacks its file " + name + "; build it again.");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CellClass cellClass(String line) {
        String[] parts = line.split(",", -1);
        return new CellClass(
                parts[0],
                parts[1],
                Lineage.valueOf(parts[2].toUpperCase(Locale.ROOT)),
                parts[3].isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(parts[3])),
                parts[4].equals("yes"),
                parts[5].equals("yes"),
                parts[6].isEmpty() ? Set.of() : Set.of(parts[6].split("\\|")),
                parts[7].isEmpty() ? Optional.empty() : Optional.of(parts[7]));
    }
}
