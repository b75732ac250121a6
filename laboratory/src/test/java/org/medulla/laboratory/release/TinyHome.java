package org.medulla.laboratory.release;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.medulla.archive.Archive;
import org.medulla.archive.annotation.Reading;
import org.medulla.archive.cell.Cell;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.intake.ImportPlan;
import org.medulla.archive.layout.Layout;
import org.medulla.archive.layout.Layouts;
import org.medulla.cytology.dataset.SplitUnit;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.dataset.Splitting;
import org.medulla.laboratory.intake.ImageIntake;

/**
 * A home with seven cells of two sources, in which everything occurs that a release has to tell: details, further columns, file
 * names that clash or are not plain, a contradiction, reviews before and after freezing, two splits, two versions. Its clock goes
 * on by a second each time it is asked, and its images are bitmaps, so that all bytes are the same everywhere.
 */
final class TinyHome {
    static final String DATASET = "tiny";
    static final String LATER = "tiny-later";

    private TinyHome() {}

    /** Makes it in a folder. */
    static Archive open(Path folder) {
        try {
            Archive archive = Archive.open(folder.resolve("home"), new TickingClock());
            first(archive, folder.resolve("first"));
            second(archive, folder.resolve("second"));
            review(archive, "odd name.bmp", "dr b", "MYB", "kidney-shaped nucleus, \"granules\"");
            review(archive, "EOS_00002.bmp", "dr c", "EOS", "agreed");
            archive.datasets().freeze(DATASET, CellQuery.all());
            new Splitting(archive).deal(DATASET, 2, 1, Optional.of(SplitUnit.CELL));
            new Splitting(archive).deal(DATASET, 3, 2, Optional.of(SplitUnit.PUBLISHED));
            return archive;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reviews another cell and adds a third source, then freezes the later version. */
    static void goOn(Archive archive, Path folder) {
        try {
            review(archive, "EOS_00002.bmp", "dr b", "MON", "after the freezing");
            image(folder.resolve("third/LYT/LYT_00001.bmp"), 20);
            take(archive, "third", folder.resolve("third"));
            archive.datasets().freeze(LATER, CellQuery.all().fromSources(List.of("first", "third")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void take(Archive archive, String source, Path root) {
        Layout layout = Layouts.standard().detect(root);
        new ImageIntake(archive)
                .run(new ImportPlan(source, layout.root(), layout.name(), false), layout, Progress.silent());
    }

    static void image(Path file, int seed) throws IOException {
        Files.createDirectories(file.getParent());
        Random random = new Random(seed);
        BufferedImage picture = new BufferedImage(24, 20, BufferedImage.TYPE_INT_RGB);
        for (int p = 0; p < 24 * 20; p++) {
            picture.setRGB(p % 24, p / 24, random.nextInt(1 << 24));
        }
        ImageIO.write(picture, "bmp", file.toFile());
    }

    static Cell cell(Archive archive, String fileName) {
        return archive.cells().page(CellQuery.all(), 0).cells().stream()
                .filter(cell -> cell.fileName().equals(fileName))
                .findFirst()
                .orElseThrow();
    }

    private static void first(Archive archive, Path folder) throws IOException {
        image(folder.resolve("BLA_00001.bmp"), 1);
        image(folder.resolve("EOS_00001.bmp"), 2);
        image(folder.resolve("EOS_00002.bmp"), 3);
        image(folder.resolve("odd name.bmp"), 4);
        Files.writeString(folder.resolve("manifest.csv"), """
                path,class,patient,smear,diagnosis,stain,scanner,microns_per_pixel,reader,batch
                BLA_00001.bmp,BLA,p1,p1-a,"AML, M2",May-Grünwald-Giemsa,S-1,0.1,dr a,7
                EOS_00001.bmp,EOS,p1,p1-a,,,,,,
                EOS_00002.bmp,EOS,p2,,,,,0.085,,8
                odd name.bmp,LYT,p2,,,,,,,
                """);
        take(archive, "first", folder);
    }

    private static void second(Archive archive, Path folder) throws IOException {
        image(folder.resolve("BLA/BLA_00001.bmp"), 11);
        image(folder.resolve("BLA/BLA_00003.bmp"), 12);
        image(folder.resolve("MON/MON_00001.bmp"), 13);
        image(folder.resolve("MON/MON_00002.bmp"), 2);
        take(archive, "second", folder);
    }

    private static void review(Archive archive, String fileName, String reader, String code, String reason) {
        archive.annotations()
                .add(Reading.of(cell(archive, fileName).id(), reader, code).because(reason));
    }

    private static final class TickingClock implements InstantSource {
        private Instant now = Instant.parse("2026-02-03T04:05:06Z");

        @Override
        public synchronized Instant instant() {
            now = now.plusSeconds(1);
            return now;
        }
    }
}
