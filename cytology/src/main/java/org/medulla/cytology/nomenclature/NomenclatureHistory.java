package org.medulla.cytology.nomenclature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.medulla.cytology.job.MedullaException;

/**
 * How a nomenclature grew from the standard one, change by change. Each version has a name made from the changes up to it:
 * {@code marrow-1} without any, {@code marrow-1+2.5f3a09c41b7e} after two, where the digits begin the SHA-256 of the digest
 * before (the version's name at first), a line feed and the change's canonical text. Whoever made the same changes has the same
 * versions.
 */
public final class NomenclatureHistory {
    private static final int SHOWN_DIGITS = 12;

    private final List<NomenclatureChange> changes;
    private final List<Nomenclature> versions;
    private final String digest;

    private NomenclatureHistory(List<NomenclatureChange> changes, List<Nomenclature> versions, String digest) {
        this.changes = List.copyOf(changes);
        this.versions = List.copyOf(versions);
        this.digest = digest;
    }

    /** The standard nomenclature without changes. */
    public static NomenclatureHistory standard() {
        return new NomenclatureHistory(
                List.of(),
                List.of(Nomenclature.standard()),
                Nomenclature.standard().version());
    }

    /**
     * The standard nomenclature with these changes, the oldest first.
     *
     * @throws MedullaException USER when one of them cannot be made after those before it
     */
    public static NomenclatureHistory of(List<NomenclatureChange> changes) {
        NomenclatureHistory history = standard();
        for (NomenclatureChange change : changes) {
            history = history.with(change);
        }
        return history;
    }

    /**
     * The same with one change more.
     *
     * @throws MedullaException USER when it cannot be made, with what stands in its way
     */
    public NomenclatureHistory with(NomenclatureChange change) {
        List<NomenclatureChange> all = new ArrayList<>(changes);
        all.add(change);
        String after = sha256(digest + "\n" + change.canonical());
        String version = versions.getFirst().version() + "+" + all.size() + "." + after.substring(0, SHOWN_DIGITS);
        List<Nomenclature> grown = new ArrayList<>(versions);
        grown.add(current().changed(change, version));
        return new NomenclatureHistory(all, grown, after);
    }

    /** The nomenclature after all changes. */
    public Nomenclature current() {
        return versions.getLast();
    }

    /** The changes, the oldest first. */
    public List<NomenclatureChange> changes() {
        return changes;
    }

    /** The nomenclature after some of the changes; 0 gives the standard one. */
    public Nomenclature after(int number) {
        return versions.get(number);
    }

    /** The changes up to a version, where this history has that version. */
    public Optional<List<NomenclatureChange>> upTo(String version) {
        for (int number = 0; number < versions.size(); number++) {
            if (versions.get(number).version().equals(version)) {
                return Optional.of(changes.subList(0, number));
            }
        }
        return Optional.empty();
    }

    /** How many changes led to a version; none where this history does not have it. */
    public OptionalInt number(String version) {
        return IntStream.range(0, versions.size())
                .filter(number -> versions.get(number).version().equals(version))
                .findFirst();
    }

    /** The version with that name, where this history has it. */
    public Optional<Nomenclature> find(String version) {
        return versions.stream().filter(one -> one.version().equals(version)).findFirst();
    }

    private static String sha256(String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java has SHA-256", e);
        }
    }
}
