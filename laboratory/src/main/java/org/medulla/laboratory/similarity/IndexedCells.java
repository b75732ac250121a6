package org.medulla.laboratory.similarity;

import io.github.jbellis.jvector.vector.types.VectorFloat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.prediction.Embedding;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;

/**
 * The cells that a model was asked about first, in an index on disk: {@code similarity/<model>-<last block>-<cells>.jvector} in the
 * home. Embeddings are only ever added, so that what an index holds stays right; the folder can be deleted at any time.
 */
final class IndexedCells implements AutoCloseable {
    private static final String FOLDER = "similarity";
    private static final Pattern NAME = Pattern.compile("([0-9a-f]{64})-([0-9]+)-([0-9]+)\\.jvector");
    /** Of so few wanted cells each is compared: a graph finds its way badly where hardly any cell counts. */
    private static final int COMPARED_SINGLY = 20_000;

    private final NeighbourIndex index;
    private final long[] cells;
    private final long lastBlock;

    private IndexedCells(NeighbourIndex index, long[] cells, long lastBlock) {
        this.index = index;
        this.cells = cells;
        this.lastBlock = lastBlock;
    }

    /** Opens the index of a model; made anew when there is none, or when more than so many cells came since. */
    static IndexedCells open(Archive archive, Digest model, int mostSince, Progress progress) {
        Path folder = archive.home().resolve(FOLDER);
        try {
            Files.createDirectories(folder);
            Optional<IndexFile> present = newest(folder, model);
            if (present.isPresent()
                    && archive.embeddings().count(model) - present.get().cells() <= mostSince) {
                return open(archive, model, present.get());
            }
            IndexFile made = make(archive, model, folder, progress);
            present.ifPresent(old -> delete(old.path()));
            return open(archive, model, made);
        } catch (IOException e) {
            throw MedullaException.resources("The folder " + folder + " cannot be read or written: check the disk.", e);
        }
    }

    private static IndexedCells open(Archive archive, Digest model, IndexFile file) {
        long[] cells = archive.embeddings().embeddedBy(model).stream()
                .limit(file.cells())
                .mapToLong(CellId::value)
                .toArray();
        return new IndexedCells(NeighbourIndex.open(file.path()), cells, file.lastBlock());
    }

    private static IndexFile make(Archive archive, Digest model, Path folder, Progress progress) {
        List<VectorFloat<?>> vectors = new ArrayList<>();
        long[] last = {0};
        try (Progress.Stage stage =
                progress.stage("Reading embeddings", archive.embeddings().count(model))) {
            archive.embeddings().forEach(model, block -> {
                for (int i = 0; i < block.cells().size(); i++) {
                    vectors.add(NeighbourIndex.vector(block.embedding(i)));
                }
                last[0] = block.id();
                stage.advance(block.cells().size());
            });
        }
        Path path = folder.resolve(model.hex() + "-" + last[0] + "-" + vectors.size() + ".jvector");
        NeighbourIndex.build(vectors, path, progress);
        return new IndexFile(path, last[0], vectors.size());
    }

    private static Optional<IndexFile> newest(Path folder, Digest model) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(path -> {
                        Matcher name = NAME.matcher(path.getFileName().toString());
                        return name.matches() && name.group(1).equals(model.hex())
                                ? Stream.of(new IndexFile(
                                        path, Long.parseLong(name.group(2)), Integer.parseInt(name.group(3))))
                                : Stream.empty();
                    })
                    .max(Comparator.comparingLong(IndexFile::lastBlock));
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw MedullaException.resources("The old index " + path + " could not be deleted: delete it.", e);
        }
    }

    int size() {
        return cells.length;
    }

    /** The number of the last block of embeddings that it holds. */
    long lastBlock() {
        return lastBlock;
    }

    List<SimilarCell> nearest(Embedding embedding, int count, LongPredicate wanted) {
        int[] few = IntStream.range(0, cells.length)
                .filter(place -> wanted.test(cells[place]))
                .limit(COMPARED_SINGLY + 1L)
                .toArray();
        Nearest nearest = new Nearest(count);
        if (few.length <= COMPARED_SINGLY) {
            for (int place : few) {
                nearest.offer(cells[place], index.similarity(embedding, place));
            }
        } else {
            index.nearest(embedding, count, place -> wanted.test(cells[place]))
                    .forEach(found -> nearest.offer(cells[found.place()], found.similarity()));
        }
        return nearest.sorted();
    }

    @Override
    public void close() {
        index.close();
    }

    private record IndexFile(Path path, long lastBlock, int cells) {}
}
