package org.medulla.laboratory.duplicate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.Cell;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.prediction.Embedding;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.similarity.SimilarCell;
import org.medulla.laboratory.similarity.SimilarCells;
import org.medulla.vision.image.PerceptualHash;

/**
 * Near-duplicates among cells of an archive, and of a new picture among them: by the perceptual hash, which every cell has, and by the
 * embedding of the model that predicted last, where there is one. Safe for use by many threads.
 */
public final class NearDuplicates implements AutoCloseable {
    /** Of a cell's most similar ones so many are looked at. */
    private static final int NEIGHBOURS = 10;

    private final DuplicateLimits limits;
    private final List<Cell> cells;
    private final Map<CellId, Integer> places = new HashMap<>();
    private final HashIndex hashes;
    private final Optional<SimilarCells> similar;

    private NearDuplicates(DuplicateLimits limits, List<Cell> cells, Optional<SimilarCells> similar) {
        this.limits = limits;
        this.cells = cells;
        this.similar = similar;
        this.hashes =
                new HashIndex(cells.stream().mapToLong(Cell::perceptualHash).toArray());
        for (int place = 0; place < cells.size(); place++) {
            places.put(cells.get(place).id(), place);
        }
    }

    /** Looks among these cells; what is not known of them is read now. */
    public static NearDuplicates among(
            Archive archive, Collection<CellId> cells, DuplicateLimits limits, Progress progress) {
        return new NearDuplicates(
                limits,
                archive.cells().find(List.copyOf(sorted(cells))),
                archive.embeddings().newestModel().map(model -> SimilarCells.open(archive, model, progress)));
    }

    private static Set<CellId> sorted(Collection<CellId> cells) {
        Set<CellId> sorted = new TreeSet<>(Comparator.comparingLong(CellId::value));
        sorted.addAll(cells);
        return sorted;
    }

    /** The model whose embeddings are compared; without one only fingerprints are. */
    public Optional<Digest> model() {
        return similar.map(SimilarCells::model);
    }

    /** How many of the cells have no embedding, so that their fingerprints alone decide. */
    public long withoutEmbedding() {
        return cells.stream().filter(cell -> embedding(cell.id()).isEmpty()).count();
    }

    /** All pairs of near-duplicates among the cells, the most alike first. */
    public List<DuplicatePair> pairs(Progress progress) {
        // By both cells: each of two may be missing among the most similar ones of the other.
        Map<List<CellId>, DuplicatePair> found = new HashMap<>();
        try (Progress.Stage stage = progress.stage("Comparing cells", cells.size())) {
            for (Cell cell : cells) {
                for (Duplicate other : of(cell.perceptualHash(), embedding(cell.id()), Optional.of(cell.id()))) {
                    boolean first = cell.id().value() < other.cell().value();
                    CellId one = first ? cell.id() : other.cell();
                    CellId second = first ? other.cell() : cell.id();
                    found.put(List.of(one, second), new DuplicatePair(one, second, other.bits(), other.similarity()));
                }
                stage.advance(1);
            }
        }
        List<DuplicatePair> pairs = new ArrayList<>(found.values());
        pairs.sort(Comparator.comparingDouble(
                        (DuplicatePair pair) -> -pair.similarity().orElse(0))
                .thenComparingInt(DuplicatePair::bits)
                .thenComparingLong(pair -> pair.one().value())
                .thenComparingLong(pair -> pair.other().value()));
        return pairs;
    }

    /**
     * The cells that a new picture probably shows once more, by their numbers.
     *
     * @param fingerprint its perceptual hash
     * @param embedding what the model of {@link #model} makes of it, where it was asked
     */
    public List<Duplicate> of(long fingerprint, Optional<Embedding> embedding) {
        return of(fingerprint, embedding, Optional.empty());
    }

    private List<Duplicate> of(long fingerprint, Optional<Embedding> embedding, Optional<CellId> itself) {
        Map<Integer, Integer> near = hashes.within(fingerprint, limits.bits());
        Set<Integer> candidates = new TreeSet<>(near.keySet());
        embedding.ifPresent(numbers -> candidates.addAll(similarTo(numbers)));
        itself.map(places::get).ifPresent(candidates::remove);
        List<Duplicate> duplicates = new ArrayList<>();
        for (int place : candidates) {
            Cell cell = cells.get(place);
            int bits = near.containsKey(place)
                    ? near.get(place)
                    : PerceptualHash.distanceInAnyView(fingerprint, cell.perceptualHash());
            OptionalDouble similarity = similarity(embedding, cell.id());
            if (limits.hold(bits, similarity)) {
                duplicates.add(new Duplicate(cell.id(), bits, similarity));
            }
        }
        return duplicates;
    }

    private Set<Integer> similarTo(Embedding embedding) {
        Set<Integer> found = new HashSet<>();
        for (SimilarCell other :
                similar.orElseThrow().like(embedding, NEIGHBOURS + 1, cell -> places.containsKey(new CellId(cell)))) {
            if (other.similarity() >= limits.similarity()) {
                found.add(places.get(other.cell()));
            }
        }
        return found;
    }

    private Optional<Embedding> embedding(CellId cell) {
        return similar.flatMap(known -> known.embedding(cell));
    }

    private OptionalDouble similarity(Optional<Embedding> one, CellId other) {
        Optional<Embedding> second = one.flatMap(_ -> embedding(other));
        return second.isPresent() ? OptionalDouble.of(one.orElseThrow().cosine(second.get())) : OptionalDouble.empty();
    }

    @Override
    public void close() {
        similar.ifPresent(SimilarCells::close);
    }
}
