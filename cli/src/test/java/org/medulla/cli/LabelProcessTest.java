package org.medulla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.cli.RunningProgram.Ended;

class LabelProcessTest {
    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws IOException {
        SmallImages.write(folder.resolve("cells"), "BLA", 4);
        SmallImages.write(folder.resolve("cells"), "LYT", 4);
        assertThat(RunningProgram.run(folder, "import", "cells").code()).isZero();
    }

    @Test
    void aLabelIsKeptBesideTheOneBeforeAndShownInTheHistory() {
        Ended labelled = RunningProgram.run(
                folder, "label", "2", "pmo", "--reader", "Dr. Weiß", "--reason", "granules", "--certainty", "likely");
        assertThat(labelled.code()).as(labelled.err()).isZero();
        Ended history = RunningProgram.run(folder, "history", "2");
        assertThat(history.out().lines().skip(2))
                .hasSize(2)
                .anyMatch(line -> line.contains("BLA") && line.contains("came with the file"))
                .anyMatch(
                        line -> line.contains("PMO") && line.contains("Dr. Weiß") && line.contains("likely, granules"));
        assertThat(RunningProgram.run(folder, "verify").code()).isZero();
    }

    @Test
    void aFileOfLabelsWithAnErrorIsRefusedAsAWhole() throws IOException {
        Files.write(folder.resolve("labels.csv"), List.of("cell,class", "1,PMO", "99,PMO", "2,XYZ"));
        Ended refused = RunningProgram.run(folder, "label", "--from", "labels.csv", "--reader", "Dr. Weiß");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("line 3: there is no cell 99", "line 4: There is no cell class \"XYZ\"");
        assertThat(RunningProgram.run(folder, "cells", "--format", "csv").out()).doesNotContain("PMO");
    }

    @Test
    void aSessionGoesFromItsSheetsToTheAgreementOfItsReaders() throws IOException {
        assertThat(RunningProgram.run(folder, "session", "new", "spring", "--readers", "Weiß,Roth")
                        .out())
                .startsWith("spring: blind, 8 cells for Weiß, Roth");
        read("Weiß", "BLA");
        read("Roth", "PMO");
        Ended shown = RunningProgram.run(folder, "session", "show", "spring");
        assertThat(shown.out()).contains("Disputed and not settled: 4 of 8 cells", "8 cells, the same class in 50 %");
        // Weiß says what the files say, Roth says PMO of all blasts.
        assertThat(shown.out()).contains("kappa 0.33");
        assertThat(RunningProgram.run(folder, "cells", "--format", "csv").out()).doesNotContain("PMO");
    }

    @Test
    void cellsAreAskedForInTheLanguageAndCountedByFacet() {
        RunningProgram.run(folder, "label", "2", "PMO", "--reader", "Dr. Weiß");
        Ended found = RunningProgram.run(folder, "cells", "disputed:yes OR class:LYT", "--format", "csv");
        assertThat(found.out().lines().skip(1).map(line -> line.substring(0, line.indexOf(',', 2))))
                .containsExactly("2,PMO", "5,LYT", "6,LYT", "7,LYT", "8,LYT");
        assertThat(RunningProgram.run(folder, "cells", "--facets", "--format", "json", "--", "-class:LYT")
                        .out())
                .contains("\"BLA\" : 3", "\"PMO\" : 1")
                .doesNotContain("\"LYT\"");
        Ended wrong = RunningProgram.run(folder, "cells", "clas:BLA");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err()).contains("did you mean class?");
    }

    @Test
    void theLogOfWhatWasDoneIsOneJsonObjectALine() {
        RunningProgram.run(folder, "label", "2", "PMO", "--reader", "Dr. Weiß");
        List<String> lines =
                RunningProgram.run(folder, "audit", "log").out().lines().toList();
        assertThat(lines).allMatch(line -> line.startsWith("{\"id\":") && line.endsWith("\"}"));
        assertThat(lines.getLast()).contains("\"action\":\"annotate\"", "\"subject\":\"cell 2\"");
        String previous = lines.get(lines.size() - 2);
        String digest = previous.substring(previous.length() - 66, previous.length() - 2);
        assertThat(lines.getLast()).contains("\"previous\":\"" + digest + "\"");
    }

    /** Fills the sheet of a reader who names lymphocytes rightly and gives every blast a code. */
    private void read(String reader, String blastsAre) throws IOException {
        Path sheet = folder.resolve("for " + reader);
        Ended written =
                RunningProgram.run(folder, "session", "sheet", "spring", "--reader", reader, "--out", sheet.toString());
        assertThat(written.code()).as(written.err()).isZero();
        List<String> filled = new ArrayList<>();
        for (String line : Files.readAllLines(sheet.resolve("sheet.csv"))) {
            String cell = line.substring(0, line.indexOf(','));
            filled.add(
                    cell.equals("cell")
                            ? line
                            : line.replaceFirst(",,", "," + (Integer.parseInt(cell) <= 4 ? blastsAre : "LYT") + ","));
        }
        Files.write(sheet.resolve("sheet.csv"), filled);
        Ended recorded = RunningProgram.run(
                folder,
                "session",
                "record",
                "spring",
                "--reader",
                reader,
                "--from",
                sheet.resolve("sheet.csv").toString());
        assertThat(recorded.err()).contains("8 readings kept", reader + ": 0 of 8 to read");
    }
}
