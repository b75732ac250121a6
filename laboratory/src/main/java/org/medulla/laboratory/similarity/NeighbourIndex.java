package org.medulla.laboratory.similarity;

import io.github.jbellis.jvector.disk.ReaderSupplier;
import io.github.jbellis.jvector.disk.ReaderSupplierFactory;
import io.github.jbellis.jvector.graph.GraphIndexBuilder;
import io.github.jbellis.jvector.graph.GraphSearcher;
import io.github.jbellis.jvector.graph.ListRandomAccessVectorValues;
import io.github.jbellis.jvector.graph.RandomAccessVectorValues;
import io.github.jbellis.jvector.graph.SearchResult.NodeScore;
import io.github.jbellis.jvector.graph.disk.OnDiskGraphIndex;
import io.github.jbellis.jvector.graph.similarity.DefaultSearchScoreProvider;
import io.github.jbellis.jvector.graph.similarity.SearchScoreProvider;
import io.github.jbellis.jvector.util.Bits;
import io.github.jbellis.jvector.vector.VectorSimilarityFunction;
import io.github.jbellis.jvector.vector.VectorizationProvider;
import io.github.jbellis.jvector.vector.types.VectorFloat;
import io.github.jbellis.jvector.vector.types.VectorTypeSupport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.medulla.archive.prediction.Embedding;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.pipeline.OrderedWork;

/**
 * A graph of neighbours on disk, by which the most similar of very many embeddings are found without comparing with each (Subramanya
 * et al., DiskANN, NeurIPS 2019; Malkov and Yashunin, HNSW, IEEE TPAMI 2020). It finds nearly all of them: how many is in the
 * benchmark.
 */
final class NeighbourIndex implements AutoCloseable {
    // jvector tells on standard error that an incubating module of the JDK would make it faster. Held, or the setting
    // is lost.
    private static final Logger QUIET = Logger.getLogger("io.github.jbellis.jvector");

    static {
        QUIET.setLevel(Level.SEVERE);
    }

    private static final VectorTypeSupport VECTORS =
            VectorizationProvider.getInstance().getVectorTypeSupport();
    private static final VectorSimilarityFunction COSINE_OF_UNIT_VECTORS = VectorSimilarityFunction.DOT_PRODUCT;
    private static final int NEIGHBOURS = 32;
    private static final int CANDIDATES = 100;
    private static final float OVERFLOW = 1.2f;
    private static final float DIVERSITY = 1.2f;
    private static final int LEAST_LOOKED_AT = 150;
    private static final int LOOKED_AT_PER_WANTED = 10;

    private final ReaderSupplier file;
    private final OnDiskGraphIndex graph;

    private NeighbourIndex(ReaderSupplier file, OnDiskGraphIndex graph) {
        this.file = file;
        this.graph = graph;
    }

    /** A vector as the index takes it. */
    static VectorFloat<?> vector(Embedding embedding) {
        return VECTORS.createFloatVector(embedding.numbers());
    }

    /**
     * Joins vectors to their neighbours and writes the graph with the vectors to a file, which is there whole or not at all.
     *
     * @param vectors of length 1, at least two
     */
    static void build(List<VectorFloat<?>> vectors, Path target, Progress progress) {
        RandomAccessVectorValues values =
                new ListRandomAccessVectorValues(vectors, vectors.getFirst().length());
        try (Progress.Stage stage = progress.stage("Indexing similar cells", vectors.size());
                GraphIndexBuilder builder = GraphIndexBuilder.builder(values, COSINE_OF_UNIT_VECTORS, NEIGHBOURS)
                        .withBeamWidth(CANDIDATES)
                        .withNeighborOverflow(OVERFLOW)
                        .withAlpha(DIVERSITY)
                        .build()) {
            OrderedWork.onAllCores("Indexing similar cells")
                    .run(
                            IntStream.range(0, vectors.size()).iterator(),
                            (Integer place) -> builder.addGraphNode(place, vectors.get(place)),
                            _ -> stage.advance(1));
            builder.cleanup();
            Path draft = Files.createTempFile(target.toAbsolutePath().getParent(), "index", ".draft");
            try {
                OnDiskGraphIndex.write(builder.getGraph(), values, draft);
                Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw MedullaException.resources("The index of similar cells could not be written to " + target, e);
        }
    }

    /** Opens an index; nothing but what a search looks at is read. */
    static NeighbourIndex open(Path path) {
        try {
            ReaderSupplier file = ReaderSupplierFactory.open(path);
            return new NeighbourIndex(file, OnDiskGraphIndex.load(file));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    int size() {
        return graph.size(0);
    }

    /** A vector's place with its cosine. */
    record Found(int place, double similarity) {}

    /** The places of the vectors most similar to an embedding among those that are wanted. */
    List<Found> nearest(Embedding embedding, int count, Bits wanted) {
        try (GraphSearcher searcher = new GraphSearcher(graph);
                OnDiskGraphIndex.View view = graph.getView()) {
            SearchScoreProvider scores =
                    DefaultSearchScoreProvider.exact(vector(embedding), COSINE_OF_UNIT_VECTORS, view);
            NodeScore[] found = searcher.search(
                            scores, count, Math.max(LEAST_LOOKED_AT, LOOKED_AT_PER_WANTED * count), 0, 0, wanted)
                    .getNodes();
            // The score of unit vectors is (1 + cosine) / 2.
            return Arrays.stream(found)
                    .map(node -> new Found(node.node, 2 * (double) node.score - 1))
                    .toList();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The cosine to one vector. */
    double similarity(Embedding embedding, int place) {
        try (OnDiskGraphIndex.View view = graph.getView()) {
            return 2 * (double) COSINE_OF_UNIT_VECTORS.compare(vector(embedding), view.getVector(place)) - 1;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static MedullaException unreadable(IOException e) {
        return MedullaException.resources(
                "The index of similar cells cannot be read: delete the folder \"similarity\" in the home; it is made"
                        + " again.",
                e);
    }

    @Override
    public void close() {
        try {
            graph.close();
            file.close();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }
}
