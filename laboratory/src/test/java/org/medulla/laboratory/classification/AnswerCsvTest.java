package org.medulla.laboratory.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.medulla.vision.familiarity.Judgement;

class AnswerCsvTest {
    @Test
    void everyFileHasARowAlsoTheUnreadableOnes() {
        StringBuilder text = new StringBuilder();
        try (AnswerCsv csv = new AnswerCsv(List.of("BLA", "LYT", "NGS"), text)) {
            csv.write(new Answer.Classified(
                    Path.of("cells/a.jpg"),
                    List.of(0.25f, 0.125f, 0.625f),
                    new Judgement(0.8125, false, List.of(2, 0))));
            csv.write(new Answer.Unreadable(Path.of("cells/b, copy.jpg"), "ends before the picture does"));
        }
        assertThat(text).hasToString("""
                path,class,probability,second,second_probability,error,accepted,set,oddness,p_BLA,p_LYT,p_NGS
                cells/a.jpg,NGS,0.625000,BLA,0.250000,,no,NGS|BLA,0.812500,0.250000,0.125000,0.625000
                "cells/b, copy.jpg",,,,,ends before the picture does,,,,,,
                """);
    }

    @Test
    void ofEquallyProbableClassesTheFirstIsTheAnswerAndTheNextTheSecond() {
        Answer.Classified equal =
                new Answer.Classified(Path.of("a.jpg"), List.of(0.5f, 0.5f), new Judgement(0.5, true, List.of(0)));
        assertThat(equal.best()).isZero();
        assertThat(equal.second()).isEqualTo(1);
    }
}
