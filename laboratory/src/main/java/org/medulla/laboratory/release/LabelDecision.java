package org.medulla.laboratory.release;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.medulla.archive.dataset.DatasetVersion;
import org.medulla.archive.decision.Decided;
import org.medulla.archive.decision.Decision;
import org.medulla.archive.intake.RestoredDecision;
import org.medulla.laboratory.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How one decision stands in a release: what {@link LabelReading} is to annotations. */
final class LabelDecision {
    static final String FILE = "decisions.csv";

    /** The columns of {@code decisions.csv}; sha256 names the cell. */
    static final List<String> COLUMNS =
            List.of("sha256", "class", "rule", "certainty", "votes", "reason", "session", "at");

    private LabelDecision() {}

    /** What was decided of a cell when a version was frozen, the oldest first: later decisions belong to a later version. */
    static List<Decided> upTo(DatasetVersion version, List<Decided> all) {
        return all.stream()
                .filter(decided -> !decided.at().isAfter(version.created()))
                .toList();
    }

    /** The values of the columns. */
    static List<String> values(String digest, Decided decided) {
        Decision decision = decided.decision();
        ObjectNode votes = Json.object();
        decision.votes().forEach(votes::put);
        return List.of(
                digest,
                decision.codeOrNone(),
                decided.rule(),
                decision.certainty().isPresent()
                        ? Double.toString(decision.certainty().getAsDouble())
                        : "",
                Json.line(votes),
                decision.reason().orElse(""),
                decided.session().orElse(""),
                decided.at().toString());
    }

    /**
     * A decision from a line of {@code decisions.csv}.
     *
     * @throws org.medulla.cytology.job.MedullaException DATA when it is none
     */
    static RestoredDecision read(CsvLine line) {
        return new RestoredDecision(
                Optional.of(line.require("class")).filter(code -> !code.equals(Decision.NO_CONSENSUS)),
                line.require("rule"),
                line.text("certainty").isPresent()
                        ? OptionalDouble.of(line.parsed("certainty", LabelDecision::certainty))
                        : OptionalDouble.empty(),
                line.parsed("votes", LabelDecision::votes),
                line.text("reason"),
                line.text("session"),
                line.instant("at"));
    }

    private static double certainty(String word) {
        double certainty = Double.parseDouble(word);
        if (!(certainty >= 0 && certainty <= 1)) {
            throw new IllegalArgumentException(word);
        }
        return certainty;
    }

    private static Map<String, Integer> votes(String json) {
        Map<String, Integer> votes = new TreeMap<>();
        for (Map.Entry<String, JsonNode> vote : Json.parse(json).properties()) {
            if (!vote.getValue().canConvertToInt()) {
                throw new IllegalArgumentException(json);
            }
            votes.put(vote.getKey(), vote.getValue().asInt());
        }
        return votes;
    }
}
