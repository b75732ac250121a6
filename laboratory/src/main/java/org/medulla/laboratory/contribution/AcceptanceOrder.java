package org.medulla.laboratory.contribution;

import java.util.List;
import java.util.Optional;
import org.medulla.cytology.job.MedullaException;

/**
 * What a steward wants accepted. Pictures are named by number ({@code 17}), by path as it was sent, or by a pattern of paths with
 * {@code *} and {@code ?}.
 *
 * @param steward who decides
 * @param only which pictures alone; all when empty
 * @param except which pictures are left out
 * @param despite pictures accepted in spite of what was found in them, named one by one: no patterns
 * @param cleaned whether pictures that could tell who a patient is are accepted as copies that do not
 * @param reason why pictures are accepted in spite of findings, or left out; needed for {@code despite}
 */
public record AcceptanceOrder(
        String steward,
        List<String> only,
        List<String> except,
        List<String> despite,
        boolean cleaned,
        Optional<String> reason) {
    public AcceptanceOrder {
        only = List.copyOf(only);
        except = List.copyOf(except);
        despite = List.copyOf(despite);
        if (steward.isBlank()) {
            throw MedullaException.user("Who accepts? Give --steward NAME.");
        }
        if (!despite.isEmpty() && reason.filter(words -> !words.isBlank()).isEmpty()) {
            throw MedullaException.user(
                    "Pictures are accepted in spite of a finding for a reason only: give it with --reason.");
        }
        for (String name : despite) {
            if (name.indexOf('*') >= 0 || name.indexOf('?') >= 0) {
                throw MedullaException.user(
                        "\"" + name + "\" is a pattern: what is accepted in spite of a finding is named one by one.");
            }
        }
    }
}
