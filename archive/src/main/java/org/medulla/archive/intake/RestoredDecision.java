package org.medulla.archive.intake;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.medulla.archive.decision.Decision;

/**
 * A decision that was written down in another archive and comes back as it was, but for its session, which does not travel.
 *
 * @param classCode the class; empty when there was no consensus
 * @param rule by which rule it was made there
 * @param certainty how certain it was, 0 to 1, where that was known
 * @param votes how many readers gave each class; empty where nobody voted
 * @param reason why, where a person decided
 * @param session the reading session there whose readings were settled, by name
 * @param at when, by the clock of the archive where it was written first
 */
public record RestoredDecision(
        Optional<String> classCode,
        String rule,
        OptionalDouble certainty,
        Map<String, Integer> votes,
        Optional<String> reason,
        Optional<String> session,
        Instant at) {
    public RestoredDecision {
        votes = Collections.unmodifiableMap(new TreeMap<>(votes));
        if (certainty.isPresent() && !(certainty.getAsDouble() >= 0 && certainty.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("A certainty lies between 0 and 1, not at " + certainty.getAsDouble());
        }
    }

    /** What stands for a review that came after the last decision, so that its class is current here as it was there. */
    static RestoredDecision asReleased(RestoredAnnotation review) {
        return new RestoredDecision(
                Optional.of(review.classCode()),
                "as released: the newest reading, by " + review.reader(),
                OptionalDouble.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                review.at());
    }

    /** The rule as it stands here: it names the session. */
    String ruleHere() {
        return ruleHere(rule, session);
    }

    /** A rule with the name of the session in which it was followed, where there was one. */
    static String ruleHere(String rule, Optional<String> session) {
        return session.map(name -> rule + ", in the session " + name).orElse(rule);
    }

    /** The code of the class, or {@value Decision#NO_CONSENSUS}. */
    String codeOrNone() {
        return classCode.orElse(Decision.NO_CONSENSUS);
    }
}
