package org.medulla.laboratory.similarity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import org.medulla.archive.Archive;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.prediction.Embedding;
import org.medulla.cytology.job.Progress;

/**
 * How fast similar cells are found, and how many of the ten most similar ones an index finds: among the cells of a home, and among
 * more that are made of them by noise which turns each by a cosine of {@value #COSINE}.
 *
 * <p>Arguments: a home in which `medulla predict` ran, how many cells to make of its own (0 for none), an empty folder.
 */
public final class SimilarityFigures {
    private static final double COSINE = 0.9;
    private static final int QUERIES = 200;
    private static final int COUNT = 10;

    private SimilarityFigures() {}

    /** Prints the figures. */
    public static void main(String[] args) throws IOException {
        List<Embedding> real = new ArrayList<>();
        try (Archive archive = Archive.open(Path.of(args[0]))) {
            Digest model = archive.embeddings().newestModel().orElseThrow();
            archive.embeddings().forEach(model, block -> {
                for (int i = 0; i < block.cells().size(); i++) {
                    real.add(block.embedding(i));
                }
            });
        }
        Path folder = Files.createDirectories(Path.of(args[2]));
        List<Embedding> queries = new ArrayList<>(real);
        Collections.shuffle(queries, new Random(1));
        measure("cells of the home", real, queries.subList(0, QUERIES), folder);
        int more = Integer.parseInt(args[1]);
        if (more > 0) {
            measure(
                    "made of them",
                    Vectors.scattered(real, more, COSINE, 2),
                    Vectors.scattered(real, QUERIES, COSINE, 3),
                    folder);
        }
    }

    private static void measure(String what, List<Embedding> cells, List<Embedding> queries, Path folder)
            throws IOException {
        ExactScan scan = Vectors.scan(cells);
        System.out.printf(
                Locale.ROOT,
                "%s: %,d of %d numbers; compared one by one %.1f ms%n",
                what,
                cells.size(),
                cells.getFirst().dimensions(),
                median(queries, query -> scan.nearest(query, COUNT, _ -> true)));
        Path file = folder.resolve(cells.size() + ".jvector");
        long begun = System.nanoTime();
        NeighbourIndex.build(Vectors.forIndex(cells), file, Progress.silent());
        System.out.printf(
                Locale.ROOT,
                "  index made in %.0f s, %,d MB%n",
                (System.nanoTime() - begun) / 1e9,
                Files.size(file) / 1_000_000);
        try (NeighbourIndex index = NeighbourIndex.open(file)) {
            System.out.printf(
                    Locale.ROOT,
                    "  with the index %.1f ms, recall@%d %.4f%n",
                    median(queries, query -> index.nearest(query, COUNT, _ -> true)),
                    COUNT,
                    Vectors.recall(scan, index, queries, COUNT));
        }
    }

    private static double median(List<Embedding> queries, Consumer<Embedding> search) {
        queries.forEach(search);
        double[] millis = queries.stream()
                .mapToDouble(query -> {
                    long begun = System.nanoTime();
                    search.accept(query);
                    return (System.nanoTime() - begun) / 1e6;
                })
                .toArray();
        Arrays.sort(millis);
        return millis[millis.length / 2];
    }
}
