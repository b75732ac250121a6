package org.medulla.laboratory.contribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.medulla.archive.contribution.Contributions.Fingerprint;
import org.medulla.archive.digest.Digest;
import org.medulla.vision.image.PerceptualHash;

/**
 * The pictures that are there, and which of them another equals or resembles: the same bytes, else fingerprints that differ in at
 * most {@value #NEAR} bits. A picture that was turned or mirrored is not found. Two pictures are compared in a few nanoseconds, so
 * all are, one by one.
 */
final class Resemblance {
    /** Bits in which the fingerprints of near duplicates differ at most; docs/benchmarks.md says how often others come as near. */
    static final int NEAR = 4;

    private final Map<Digest, Integer> byDigest = new HashMap<>();
    private final List<Place> places = new ArrayList<>();
    private long[] hashes = new long[1024];

    /** Knows the cells of a collection. */
    Resemblance(List<Fingerprint> collection) {
        collection.forEach(
                cell -> add(new Place.InCollection(cell.cell().value()), cell.digest(), cell.perceptualHash()));
    }

    /** Adds a picture; the first with the same bytes counts. */
    void add(Place place, Digest digest, long hash) {
        if (places.size() == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * hashes.length);
        }
        hashes[places.size()] = hash;
        byDigest.putIfAbsent(digest, places.size());
        places.add(place);
    }

    /** The picture that another equals or resembles most, the one that came first where several do. */
    Optional<Match> find(Digest digest, long hash) {
        Integer same = byDigest.get(digest);
        if (same != null) {
            return Optional.of(new Match(places.get(same), true, 0));
        }
        int best = NEAR + 1;
        int at = -1;
        for (int i = 0; i < places.size(); i++) {
            int distance = PerceptualHash.distance(hashes[i], hash);
            if (distance < best) {
                best = distance;
                at = i;
            }
        }
        return at < 0 ? Optional.empty() : Optional.of(new Match(places.get(at), false, best));
    }

    /** Where a picture is. */
    sealed interface Place {
        /** A cell of the collection, by its number. */
        record InCollection(long cell) implements Place {}

        /** A picture of the contribution itself, by its position and path. */
        record InContribution(long position, String path) implements Place {}
    }

    /**
     * A picture that another equals or resembles.
     *
     * @param place where it is
     * @param same whether its bytes are the same
     * @param bits in how many of 64 the fingerprints differ
     */
    record Match(Place place, boolean same, int bits) {}
}
