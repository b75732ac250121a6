package org.medulla.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.medulla.cli.console.Table.Column;

class TableTest {
    @Test
    void numbersStandAtTheRightAndWordsAtTheLeft() {
        Table table = new Table(Column.words("class"), Column.numbers("cells"))
                .row("BLA", 12_000)
                .gap()
                .row("Myelozyt für alle", 7);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        table.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("""
                class              cells
                ────────────────────────
                BLA                12000

                Myelozyt für alle      7
                """);
    }
}
