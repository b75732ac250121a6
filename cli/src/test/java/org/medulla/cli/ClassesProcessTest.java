package org.medulla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.cli.RunningProgram.Ended;

class ClassesProcessTest {
    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws IOException {
        SmallImages.write(folder.resolve("cells"), "NGB", 3);
        SmallImages.write(folder.resolve("cells"), "NGS", 4);
        SmallImages.write(folder.resolve("cells"), "MGK", 2);
        Ended imported = RunningProgram.run(folder, "import", "cells");
        assertThat(imported.out()).contains("2 unknown class");
        assertThat(imported.err()).contains("medulla classes add");
    }

    @Test
    void aClassThatIsAddedIsTakenFromTheSameFolder() {
        Ended added = RunningProgram.run(
                folder, "classes", "add", "mgk", "--name", "Megakaryocyte", "--lineage", "megakaryocytic", "--by", "W");
        assertThat(added.code()).as(added.err()).isZero();
        assertThat(added.err()).contains("noted beside the differential");
        assertThat(RunningProgram.run(folder, "import", "cells").out()).contains("MGK    Megakaryocyte");
        assertThat(RunningProgram.run(folder, "label", "1", "MGK", "--reader", "W")
                        .code())
                .isZero();
        assertThat(RunningProgram.run(folder, "classes").out().lines().filter(line -> line.startsWith("MGK")))
                .singleElement()
                .asString()
                .contains("megakaryocytic", "no", "3");
        assertThat(RunningProgram.run(folder, "verify").code()).isZero();
    }

    @Test
    void mergedClassesShowAsOneUntilTheMergeIsTakenBack() {
        Ended merged = RunningProgram.run(
                folder, "classes", "merge", "NGB,NGS", "--into", "NEU", "--name", "Neutrophil", "--by", "W");
        assertThat(merged.err()).contains("NEU, which has 7 cells now");
        Ended refused = RunningProgram.run(folder, "label", "1", "NGB", "--reader", "W");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("was merged into NEU; write NEU");
        assertThat(RunningProgram.run(folder, "freeze", "all", "--class", "NEU").code())
                .isZero();
        Ended back = RunningProgram.run(folder, "classes", "split", "NEU", "--into", "NGB,NGS", "--by", "W");
        assertThat(back.err()).contains("0 cells are NEU still");
        assertThat(RunningProgram.run(folder, "cells", "class:NGB").err()).contains("3 of 3 cells");
        assertThat(RunningProgram.run(folder, "classes", "--history").out().lines())
                .hasSize(4)
                .anyMatch(line -> line.contains("merged NGB, NGS into NEU"));
        assertThat(RunningProgram.run(folder, "verify").code()).isZero();
    }

    @Test
    void whatCannotBeDoneSaysWhy() {
        assertThat(failure("classes", "add", "BLA", "--name", "Other", "--lineage", "lymphoid", "--by", "W"))
                .contains("The code BLA is taken: it stands for \"Blast\"");
        assertThat(failure("classes", "merge", "NGS", "--into", "NGS", "--by", "W"))
                .contains("cannot be merged into itself");
        assertThat(failure("classes", "split", "NGSS", "--into", "NGT,NGU", "--by", "W"))
                .contains("did you mean NGS?");
        assertThat(failure("classes", "add", "MGK", "--name", "Megakaryocyte", "--lineage", "megakaryo", "--by", "W"))
                .contains("There is no lineage");
        assertThat(failure("cells", "class:NGT")).contains("There is no cell class \"NGT\"; did you mean");
    }

    private String failure(String... words) {
        Ended ended = RunningProgram.run(folder, words);
        assertThat(ended.code()).isNotZero();
        return ended.err();
    }
}
