package org.medulla.archive.contribution;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.medulla.cytology.job.MedullaException;

/**
 * What is received, from whom and on what terms; an unfinished receipt with the same plan is resumed.
 *
 * @param source what the accepted cells' source will be called: the laboratory's short name
 * @param laboratory who sends it
 * @param contact whom to write to
 * @param licence under which the pictures may be used, by its SPDX identifier where it has one
 * @param consent on what ground the patients' cells may be shared, in the laboratory's words
 * @param origin the folder or archive that was sent, absolute and normalised
 * @param classMap the class map that was given, by its name or file
 * @param micronsPerPixel the side of a pixel on the smear in micrometres, where the files do not say
 */
public record ContributionPlan(
        String source,
        String laboratory,
        Optional<String> contact,
        String licence,
        String consent,
        Path origin,
        Optional<String> classMap,
        OptionalDouble micronsPerPixel) {
    public ContributionPlan {
        require(source, "the short name of the laboratory");
        require(laboratory, "the laboratory");
        require(licence, "the licence");
        require(consent, "the statement of consent");
        origin = origin.toAbsolutePath().normalize();
    }

    private static void require(String value, String what) {
        if (value.isBlank()) {
            throw MedullaException.user(
                    "A contribution is not received without " + what + ": ask the laboratory, then run it again.");
        }
    }
}
