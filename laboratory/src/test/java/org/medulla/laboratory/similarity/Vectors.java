package org.medulla.laboratory.similarity;

import io.github.jbellis.jvector.vector.types.VectorFloat;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.medulla.archive.prediction.Embedding;

/** Embeddings that scatter about others. */
final class Vectors {
    private Vectors() {}

    /** So many embeddings, each of one drawn from these with noise that turns it by about the given cosine. */
    static List<Embedding> scattered(List<Embedding> about, int count, double cosine, long seed) {
        Random random = new Random(seed);
        int dimensions = about.getFirst().dimensions();
        double noise = Math.sqrt((1 / (cosine * cosine) - 1) / dimensions);
        List<Embedding> scattered = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            float[] numbers = about.get(random.nextInt(about.size())).numbers();
            for (int d = 0; d < dimensions; d++) {
                numbers[d] += (float) (noise * random.nextGaussian());
            }
            scattered.add(Embedding.of(numbers));
        }
        return scattered;
    }

    /** So many embeddings without any order. */
    static List<Embedding> random(int count, int dimensions, long seed) {
        Random random = new Random(seed);
        List<Embedding> embeddings = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            float[] numbers = new float[dimensions];
            for (int d = 0; d < dimensions; d++) {
                numbers[d] = (float) random.nextGaussian();
            }
            embeddings.add(Embedding.of(numbers));
        }
        return embeddings;
    }

    static ExactScan scan(List<Embedding> embeddings) {
        ExactScan scan = new ExactScan(embeddings.getFirst().dimensions());
        for (int i = 0; i < embeddings.size(); i++) {
            scan.add(i + 1L, embeddings.get(i));
        }
        return scan;
    }

    static List<VectorFloat<?>> forIndex(List<Embedding> embeddings) {
        List<VectorFloat<?>> vectors = new ArrayList<>(embeddings.size());
        embeddings.forEach(embedding -> vectors.add(NeighbourIndex.vector(embedding)));
        return vectors;
    }

    /** The share of the cells that a scan finds which an index finds as well, over some queries. */
    static double recall(ExactScan scan, NeighbourIndex index, List<Embedding> queries, int count) {
        long found = 0;
        for (Embedding query : queries) {
            List<Long> exact = scan.nearest(query, count, _ -> true).stream()
                    .map(similar -> similar.cell().value())
                    .toList();
            found += index.nearest(query, count, _ -> true).stream()
                    .filter(one -> exact.contains(one.place() + 1L))
                    .count();
        }
        return (double) found / queries.size() / count;
    }
}
