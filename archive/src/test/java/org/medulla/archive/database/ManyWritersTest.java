package org.medulla.archive.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.archive.Archive;
import org.medulla.archive.FullArchive;
import org.medulla.archive.Place;
import org.medulla.archive.annotation.Annotation;
import org.medulla.archive.annotation.Reading;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.server.TestPostgres;
import org.medulla.cytology.job.Progress;

/** Thirty-two readers label at once, each with connections of its own, while the server ends connections at random. */
class ManyWritersTest {
    private static final int WRITERS = 32;
    private static final int LABELS = 12;
    private static final List<String> CLASSES = List.of("BLA", "PMO", "MYB", "NGS", "EOS");

    @TempDir
    Path folder;

    @Test
    void everyLabelThatWasReportedAsStoredIsThereOnceAlthoughConnectionsAreKilled() throws Exception {
        String address = TestPostgres.newDatabase();
        Place place = new Place(folder.resolve("home"), Optional.of(address), Optional.empty(), Map.of());
        try (Archive archive = Archive.open(place)) {
            FullArchive.fill(archive, folder.resolve("files"));
        }
        Collection<String> stored = new ConcurrentLinkedQueue<>();
        CountDownLatch opened = new CountDownLatch(WRITERS);
        int killed;
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                String reader = "Reader " + writer;
                running.add(writers.submit(() -> label(place, reader, opened, stored)));
            }
            assertThat(opened.await(2, TimeUnit.MINUTES)).isTrue();
            killed = killConnections(address.substring(address.lastIndexOf('/') + 1), running);
            for (Future<?> writer : running) {
                writer.get();
            }
        }
        assertThat(killed).isGreaterThan(WRITERS);
        try (Archive archive = Archive.open(place)) {
            assertThat(stored).hasSize(WRITERS * LABELS);
            assertThat(labels(archive)).containsExactlyInAnyOrderElementsOf(stored);
            assertThat(archive.verify(Progress.silent()).findings()).isEmpty();
        }
    }

    private static void label(Place place, String reader, CountDownLatch opened, Collection<String> stored) {
        Random random = new Random(reader.hashCode());
        try (Archive archive = Archive.open(place)) {
            opened.countDown();
            for (int i = 0; i < LABELS; i++) {
                long cell = 1L + random.nextInt(FullArchive.CELLS);
                String classCode = CLASSES.get(random.nextInt(CLASSES.size()));
                archive.annotations()
                        .add(Reading.of(new CellId(cell), reader, classCode).because("label " + i));
                stored.add(cell + " " + reader + " " + classCode + " label " + i);
            }
        }
    }

    // Every few moments one connection that is at work, and now and then all of them.
    private static int killConnections(String database, List<Future<?>> running) throws InterruptedException {
        Random random = new Random(2026);
        int killed = 0;
        while (!running.stream().allMatch(Future::isDone)) {
            String limit = random.nextInt(20) == 0 ? "" : " order by random() limit 1";
            killed +=
                    TestPostgres.count("select count(pg_terminate_backend(pid)) from (select pid from pg_stat_activity"
                            + " where datname = '" + database + "' and application_name = 'medulla'" + limit
                            + ") unlucky");
            Thread.sleep(random.nextInt(60));
        }
        return killed;
    }

    private static List<String> labels(Archive archive) {
        return LongStream.rangeClosed(1, FullArchive.CELLS)
                .mapToObj(cell -> archive.annotations().of(new CellId(cell)))
                .flatMap(List::stream)
                .map(Annotation::reading)
                .filter(reading -> reading.reader().startsWith("Reader "))
                .map(reading -> reading.cell().value() + " " + reading.reader() + " " + reading.classCode() + " "
                        + reading.reason().orElse(""))
                .toList();
    }
}
