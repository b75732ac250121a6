package org.medulla.cytology.consensus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.medulla.cytology.agreement.Reading;
import org.medulla.cytology.agreement.Readings;

/**
 * Dawid and Skene 1979, Table 1: five anaesthetists judge on a scale from 1 to 4 whether 45 patients are fit for a general anaesthetic.
 * The first judged each three times.
 */
final class Anaesthetists {
    static final int PATIENTS = 45;

    private static final List<String> TABLE =
            Arrays.asList(("111 1 1 1 1;333 4 3 3 4;112 2 1 2 2;222 3 1 2 1;222 3 2 2 2;"
                            + "222 3 3 2 2;122 2 1 1 1;333 3 4 3 3;222 2 2 2 3;232 2 2 2 3;444 4 4 4 4;222 3 3 4 3;111 1 1 1 1;"
                            + "222 3 2 1 2;121 1 1 1 1;111 2 1 1 1;111 1 1 1 1;111 1 1 1 1;222 2 2 2 1;222 1 3 2 2;222 2 2 2 2;"
                            + "222 2 2 2 1;222 3 2 2 2;221 2 2 2 2;111 1 1 1 1;111 1 1 1 1;232 2 2 2 2;111 1 1 1 1;111 1 1 1 1;"
                            + "112 1 1 2 1;111 1 1 1 1;333 3 2 3 3;111 1 1 1 1;222 2 2 2 2;222 3 2 3 2;433 4 3 4 3;221 2 2 3 2;"
                            + "232 3 2 3 3;333 3 4 3 2;111 1 1 1 1;111 1 1 1 1;121 2 1 1 1;232 2 2 2 2;121 1 1 1 1;222 2 2 2 2")
                    .split(";", -1));

    private Anaesthetists() {}

    /** All judgements. */
    static List<SkillModel.Vote> votes() {
        List<SkillModel.Vote> votes = new ArrayList<>();
        for (int patient = 0; patient < PATIENTS; patient++) {
            List<String> said = said(patient);
            for (int reader = 0; reader < said.size(); reader++) {
                for (char code : said.get(reader).toCharArray()) {
                    votes.add(new SkillModel.Vote(patient, reader, code - '1'));
                }
            }
        }
        return votes;
    }

    /** The first judgement of each reader, 1 to 5, of each patient, 1 to 45. */
    static Readings firstReadings() {
        List<Reading> readings = new ArrayList<>();
        for (int patient = 0; patient < PATIENTS; patient++) {
            List<String> said = said(patient);
            for (int reader = 0; reader < said.size(); reader++) {
                readings.add(new Reading(
                        patient + 1,
                        Integer.toString(reader + 1),
                        said.get(reader).substring(0, 1)));
            }
        }
        return Readings.of(readings);
    }

    private static List<String> said(int patient) {
        return Arrays.asList(TABLE.get(patient).split(" ", -1));
    }
}
