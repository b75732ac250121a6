package org.medulla.archive.contribution;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jdbi.v3.core.mapper.RowMapper;
import org.medulla.archive.audit.Row;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.intake.ImageFacts;

/** Contributions, their items and the decisions on them, from rows and into rows. */
final class ContributionRows {
    static final RowMapper<Contribution> CONTRIBUTION = (row, context) -> new Contribution(
            row.getLong("id"),
            plan(row),
            Instant.parse(row.getString("at")),
            end(row),
            row.getLong("accepted"),
            row.getInt("sent_back") > 0);

    static final RowMapper<ContributionItem> ITEM = (row, context) -> new ContributionItem(
            row.getLong("position"),
            row.getString("path"),
            row.getLong("bytes"),
            image(row),
            Optional.ofNullable(row.getString("class_word")),
            Optional.ofNullable(row.getString("class_code")),
            ItemFinding.read(row.getString("findings")));

    static final RowMapper<ItemDecision> DECISION = (row, context) -> new ItemDecision(
            row.getLong("position"),
            ItemDecision.Outcome.ofWord(row.getString("outcome")),
            Optional.ofNullable(row.getString("class_code")),
            Optional.ofNullable(row.getString("sha256")).map(Digest::new),
            Optional.ofNullable(row.getString("reason")));

    private ContributionRows() {}

    static Row row(ContributionPlan plan) {
        return new Row()
                .text("source", plan.source())
                .text("laboratory", plan.laboratory())
                .text("contact", plan.contact())
                .text("licence", plan.licence())
                .text("consent", plan.consent())
                .text("origin", plan.origin().toString())
                .text("class_map", plan.classMap())
                .real("microns_per_pixel", plan.micronsPerPixel());
    }

    static Row row(long contributionId, ContributionItem item) {
        List<ItemFinding> findings = item.findings();
        Row row = new Row()
                .integer("contribution_id", contributionId)
                .integer("position", item.position())
                .text("path", item.path())
                .integer("bytes", item.bytes())
                .text("class_word", item.classWord())
                .text("class_code", item.classCode())
                .text("verdict", item.verdict().word())
                .text("findings", ItemFinding.write(findings));
        item.image()
                .ifPresent(image -> row.text("sha256", image.digest().hex())
                        .integer("width", image.width())
                        .integer("height", image.height())
                        .text("format", image.format())
                        .integer("perceptual_hash", image.perceptualHash()));
        return row;
    }

    private static ContributionPlan plan(ResultSet row) throws SQLException {
        double scale = row.getDouble("microns_per_pixel");
        OptionalDouble micronsPerPixel = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(scale);
        return new ContributionPlan(
                row.getString("source"),
                row.getString("laboratory"),
                Optional.ofNullable(row.getString("contact")),
                row.getString("licence"),
                row.getString("consent"),
                Path.of(row.getString("origin")),
                Optional.ofNullable(row.getString("class_map")),
                micronsPerPixel);
    }

    private static Optional<Contribution.End> end(ResultSet row) throws SQLException {
        String digest = row.getString("digest");
        return digest == null
                ? Optional.empty()
                : Optional.of(new Contribution.End(
                        row.getLong("files"), row.getLong("other_files"), row.getLong("bytes"), new Digest(digest)));
    }

    private static Optional<ImageFacts> image(ResultSet row) throws SQLException {
        String digest = row.getString("sha256");
        return digest == null
                ? Optional.empty()
                : Optional.of(new ImageFacts(
                        new Digest(digest),
                        row.getLong("bytes"),
                        row.getInt("width"),
                        row.getInt("height"),
                        row.getString("format"),
                        row.getLong("perceptual_hash")));
    }
}
