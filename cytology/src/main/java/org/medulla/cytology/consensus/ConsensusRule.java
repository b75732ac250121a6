package org.medulla.cytology.consensus;

import org.medulla.cytology.agreement.Readings;

/** A rule by which several readings of a cell become one class, or none. The same readings give the same outcome. */
public sealed interface ConsensusRule permits Majority, SkillWeighted {
    /** Its name, which never changes: "majority". */
    String name();

    /** What it does, in words that hold all its parameters, so that it can be repeated from what an archive keeps. */
    String words();

    /** What the readings come to, for each cell that was read. */
    ConsensusOutcome apply(Readings readings);
}
