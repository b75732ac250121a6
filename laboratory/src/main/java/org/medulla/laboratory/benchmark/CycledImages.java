package org.medulla.laboratory.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.medulla.archive.layout.LabelledFile;
import org.medulla.archive.layout.Layout;
import org.medulla.archive.layout.LayoutEntry;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;

/**
 * As many different JPEG files as wanted, made from few: each is one of the originals with a comment of its own number in it, so
 * that no two have the same bytes and all decode to the picture of their original. They stand in the published layout.
 */
final class CycledImages {
    private static final int RANGE = 1000;

    private final List<LabelledFile> originals;

    /**
     * Cycles through these files.
     *
     * @throws MedullaException USER when none of them is a JPEG
     */
    CycledImages(Layout layout) {
        try (Stream<LayoutEntry> entries = layout.entries()) {
            originals = entries.filter(LabelledFile.class::isInstance)
                    .map(LabelledFile.class::cast)
                    .filter(file ->
                            file.path().toString().toLowerCase(Locale.ROOT).endsWith(".jpg"))
                    .toList();
        }
        if (originals.isEmpty()) {
            throw MedullaException.user("There is no labelled JPEG to cycle through; name a folder of cell images.");
        }
    }

    /** Writes the files that are not there yet. */
    void write(Path folder, int count, Progress progress) {
        try (Progress.Stage stage = progress.stage("Making " + count + " files", count)) {
            List<byte[]> bytes = new ArrayList<>();
            for (LabelledFile original : originals) {
                bytes.add(Files.readAllBytes(original.path()));
            }
            for (int i = 0; i < count; i++) {
                Path file = folder.resolve(name(i));
                if (!Files.exists(file)) {
                    Files.createDirectories(file.getParent());
                    Files.write(file, numbered(bytes.get(i % bytes.size()), i));
                }
                stage.advance(1);
            }
        } catch (IOException e) {
            throw MedullaException.resources(
                    "The benchmark cannot write its files into " + folder + "; make room there.", e);
        }
    }

    private Path name(int index) {
        String code = originals.get(index % originals.size()).classCode();
        int first = index / RANGE * RANGE + 1;
        return Path.of(
                code,
                String.format(Locale.ROOT, "%06d-%06d", first, first + RANGE - 1),
                String.format(Locale.ROOT, "%s_%06d.jpg", code, index + 1));
    }

    /** Puts a comment segment with the number behind the two bytes that every JPEG begins with. */
    private static byte[] numbered(byte[] jpeg, int number) {
        return ByteBuffer.allocate(jpeg.length + 8)
                .put(jpeg, 0, 2)
                .putShort((short) 0xfffe)
                .putShort((short) 6)
                .putInt(number)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** All files under a folder, in the order of their names. */
    static List<Path> files(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
