package org.medulla.archive.decision;

import java.time.Instant;
import java.util.Optional;

/**
 * A decision as it was written down; never changed afterwards.
 *
 * @param decision what was decided
 * @param rule by which rule, with its settings: "majority of at least 2"
 * @param session the reading session whose readings were settled, by name
 * @param at when
 */
public record Decided(Decision decision, String rule, Optional<String> session, Instant at) {}
