package org.medulla.archive.contribution;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.medulla.archive.audit.FactTable;
import org.medulla.archive.audit.Facts;
import org.medulla.archive.audit.Row;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.database.Database;
import org.medulla.archive.database.JobLock;
import org.medulla.archive.database.Sql;
import org.medulla.archive.digest.Digest;
import org.medulla.cytology.job.MedullaException;

/**
 * The contributions in the inbox of an archive: what was received, item by item, and what stewards decided. Their files lie in
 * the folder {@link InboxFolder} until what is left of them is sent back.
 */
public final class Contributions {
    private static final String LIST = Sql.of(Contributions.class, "list");
    private static final String ITEMS = Sql.of(Contributions.class, "items");
    private static final String POSITIONS = Sql.of(Contributions.class, "positions");
    private static final String TOTALS = Sql.of(Contributions.class, "totals");
    private static final String DECISIONS = Sql.of(Contributions.class, "decisions");
    private static final String ITEM_IDS = Sql.of(Contributions.class, "item-ids");
    private static final String COLLECTION = Sql.of(Contributions.class, "collection");
    private static final String LICENCES = Sql.of(Contributions.class, "licences");

    private final Database database;
    private final Path home;
    private final InstantSource clock;

    /** Reads and writes the contributions of a database, whose files lie in a home. */
    public Contributions(Database database, Path home, InstantSource clock) {
        this.database = database;
        this.home = home;
        this.clock = clock;
    }

    /** All contributions, the oldest first. */
    public List<Contribution> list() {
        return database.read(handle ->
                handle.createQuery(LIST).map(ContributionRows.CONTRIBUTION).list());
    }

    /**
     * The contribution with that number.
     *
     * @throws MedullaException USER when there is none
     */
    public Contribution get(long id) {
        return list().stream()
                .filter(contribution -> contribution.id() == id)
                .findFirst()
                .orElseThrow(() -> MedullaException.user(
                        "There is no contribution " + id + ": `medulla inbox list` shows those there are."));
    }

    /** Its pictures in their order. */
    public List<ContributionItem> items(Contribution contribution) {
        return database.read(handle -> handle.createQuery(ITEMS)
                .bind("contribution_id", contribution.id())
                .map(ContributionRows.ITEM)
                .list());
    }

    /** The newest decision on each picture that has one, by its number; an acceptance stays. */
    public Map<Long, ItemDecision> decisions(Contribution contribution) {
        Map<Long, ItemDecision> newest = new HashMap<>();
        database.read(handle -> {
            handle.createQuery(DECISIONS)
                    .bind("contribution_id", contribution.id())
                    .map(ContributionRows.DECISION)
                    .forEach(decision -> newest.merge(
                            decision.position(),
                            decision,
                            (old, later) -> old.outcome() == ItemDecision.Outcome.ACCEPTED ? old : later));
            return newest;
        });
        return newest;
    }

    /** The numbers of the pictures that were looked at already. */
    public SortedSet<Long> known(Contribution contribution) {
        List<Long> positions = database.read(handle -> handle.createQuery(POSITIONS)
                .bind("contribution_id", contribution.id())
                .mapTo(Long.class)
                .list());
        return new TreeSet<>(positions);
    }

    /**
     * Keeps all else that works on the inbox away until it is closed.
     *
     * @throws MedullaException USER while another works on it
     */
    public JobLock lock() {
        return database.lock("inbox");
    }

    /** Where the files of contributions lie. */
    public InboxFolder folder() {
        return new InboxFolder(home.resolve("inbox"));
    }

    /** The unfinished contribution with the same plan. */
    public Optional<Contribution> unfinished(ContributionPlan plan) {
        return list().stream()
                .filter(contribution ->
                        contribution.end().isEmpty() && contribution.plan().equals(plan))
                .findFirst();
    }

    /** Begins a contribution. */
    public Contribution begin(ContributionPlan plan) {
        AtomicLong id = new AtomicLong();
        write(
                "receive begun",
                plan.laboratory(),
                facts -> id.set(facts.add(
                        FactTable.CONTRIBUTION, ContributionRows.row(plan).text("at", facts.now()))));
        return get(id.get());
    }

    /** Writes down some of its pictures in one transaction; when it returns, they survive a kill. */
    public void add(Contribution contribution, List<ContributionItem> items) {
        write(
                "receive",
                words(contribution),
                facts -> items.forEach(
                        item -> facts.add(FactTable.CONTRIBUTION_ITEM, ContributionRows.row(contribution.id(), item))));
    }

    /** Ends its receipt with the totals. */
    public Contribution finish(Contribution contribution, long otherFiles) {
        MessageDigest digest = Digest.sha256();
        AtomicLong bytes = new AtomicLong();
        long files = database.read(handle -> handle.createQuery(TOTALS)
                .bind("contribution_id", contribution.id())
                .map((row, context) -> {
                    bytes.addAndGet(row.getLong("bytes"));
                    String sha256 = row.getString("sha256");
                    if (sha256 != null) {
                        String line = row.getLong("position") + " " + sha256 + "\n";
                        digest.update(line.getBytes(StandardCharsets.UTF_8));
                    }
                    return row.getLong("position");
                })
                .list()
                .size());
        write(
                "receive finished",
                words(contribution),
                facts -> facts.add(
                        FactTable.CONTRIBUTION_END,
                        new Row()
                                .integer("contribution_id", contribution.id())
                                .integer("files", files)
                                .integer("other_files", otherFiles)
                                .integer("bytes", bytes.get())
                                .text("digest", Digest.ofRaw(digest.digest()).hex())
                                .text("at", facts.now())));
        database.checkpoint();
        return get(contribution.id());
    }

    /** Prepares decisions on pictures, to be added to facts that come to be with them. */
    public Consumer<Facts> decisions(Contribution contribution, String steward, List<ItemDecision> decisions) {
        Map<Long, Long> ids = itemIds(contribution);
        return facts -> {
            for (ItemDecision decision : decisions) {
                facts.add(
                        FactTable.CONTRIBUTION_DECISION,
                        new Row()
                                .integer("contribution_id", contribution.id())
                                .integer("item_id", Objects.requireNonNull(ids.get(decision.position())))
                                .text("steward", steward)
                                .text("outcome", decision.outcome().word())
                                .text("class_code", decision.classCode())
                                .text("sha256", decision.digest().map(Digest::hex))
                                .text("reason", decision.reason())
                                .text("at", facts.now()));
            }
        };
    }

    /** Writes down that pictures were left out. */
    public void refuse(Contribution contribution, String steward, List<ItemDecision> decisions) {
        write("refuse", words(contribution) + ", by " + steward, decisions(contribution, steward, decisions));
    }

    /** Writes down that what is not accepted is sent back. */
    public Contribution sendBack(Contribution contribution, String steward, String reason) {
        write(
                "send back",
                words(contribution) + ", by " + steward,
                facts -> facts.add(
                        FactTable.CONTRIBUTION_DECISION,
                        new Row()
                                .integer("contribution_id", contribution.id())
                                .text("steward", steward)
                                .text("outcome", ItemDecision.Outcome.SENT_BACK.word())
                                .text("reason", reason)
                                .text("at", facts.now())));
        return get(contribution.id());
    }

    /** The fingerprints of all cells of the collection, in the order of their numbers. */
    public List<Fingerprint> collection() {
        return database.read(handle -> handle.createQuery(COLLECTION)
                .map((row, context) -> new Fingerprint(
                        new CellId(row.getLong("cell_id")),
                        new Digest(row.getString("sha256")),
                        row.getLong("perceptual_hash")))
                .list());
    }

    /** Under which licences contributed images were accepted, by the digest of their bytes, in the order of acceptance. */
    public Map<Digest, List<String>> licences() {
        Map<Digest, List<String>> byDigest = new HashMap<>();
        database.read(handle -> {
            handle.createQuery(LICENCES)
                    .map((row, context) -> Map.entry(new Digest(row.getString("sha256")), row.getString("licence")))
                    .forEach(entry -> byDigest.computeIfAbsent(entry.getKey(), digest -> new ArrayList<>())
                            .add(entry.getValue()));
            return byDigest;
        });
        return byDigest;
    }

    /** A contribution as the audit log names it. */
    public static String words(Contribution contribution) {
        return "contribution " + contribution.id() + " of "
                + contribution.plan().laboratory();
    }

    private Map<Long, Long> itemIds(Contribution contribution) {
        Map<Long, Long> ids = new HashMap<>();
        database.read(handle -> {
            handle.createQuery(ITEM_IDS)
                    .bind("contribution_id", contribution.id())
                    .map((row, context) -> Map.entry(row.getLong("position"), row.getLong("id")))
                    .forEach(entry -> ids.put(entry.getKey(), entry.getValue()));
            return ids;
        });
        return ids;
    }

    private void write(String action, String subject, Consumer<Facts> rows) {
        database.write((Handle handle) -> {
            Facts facts = new Facts(handle, clock.instant());
            rows.accept(facts);
            facts.commit(action, subject);
            return action;
        });
    }

    /**
     * What tells a cell's image from others.
     *
     * @param cell the cell
     * @param digest the SHA-256 of its bytes
     * @param perceptualHash 64 bits that pictures which look alike share but for a few
     */
    public record Fingerprint(CellId cell, Digest digest, long perceptualHash) {}
}
