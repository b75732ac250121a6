package org.medulla.cytology.nomenclature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassMapTest {
    @TempDir
    private Path folder;

    @Test
    void everyPrefixOfTheBloodCollectionHasItsClass() {
        ClassMap pbc = ClassMap.pbc();
        assertThat(pbc.toCode("BA")).contains("BAS");
        assertThat(pbc.toCode("BNE")).contains("NGB");
        assertThat(pbc.toCode("EO")).contains("EOS");
        assertThat(pbc.toCode("ERB")).contains("EBO");
        assertThat(pbc.toCode("LY")).contains("LYT");
        assertThat(pbc.toCode("MMY")).contains("MMZ");
        assertThat(pbc.toCode("MO")).contains("MON");
        assertThat(pbc.toCode("MY")).contains("MYB");
        assertThat(pbc.toCode("PMY")).contains("PMO");
        assertThat(pbc.toCode("SNE")).contains("NGS");
    }

    @Test
    void aMixedClassStandsForNoneAndSaysWhy() {
        assertThat(ClassMap.pbc().toCode("IG")).isEmpty();
        assertThat(ClassMap.pbc().reasonUnmapped("ig"))
                .hasValueSatisfying(why -> assertThat(why).contains("unstated stage"));
        assertThat(ClassMap.pbc().reasonUnmapped("BA")).isEmpty();
    }

    @Test
    void aCodeLeadsBackToItsNames() {
        assertThat(ClassMap.pbc().toNames("EBO")).containsExactly("erb", "erythroblast");
    }

    @Test
    void aMapOfOnesOwnIsRead() throws IOException {
        Path file = write("# ours\nname,code,remark\nBlasts (all),BLA,\nMega,,not in this list\n");
        ClassMap map = ClassMap.read(file, Nomenclature.standard());
        assertThat(map.toCode("blasts (ALL)")).contains("BLA");
        assertThat(map.reasonUnmapped("mega")).contains("not in this list");
    }

    @Test
    void anUnknownCodeIsNamedWithItsLine() throws IOException {
        Path file = write("name,code\nblast,BLAA\n");
        assertThatThrownBy(() -> ClassMap.read(file, Nomenclature.standard()))
                .hasMessageContaining("Line 2")
                .hasMessageContaining("did you mean BLA?");
    }

    @Test
    void aNameGivenTwiceIsRefused() throws IOException {
        Path file = write("blast,BLA\nBlast,LYI\n");
        assertThatThrownBy(() -> ClassMap.read(file, Nomenclature.standard())).hasMessageContaining("second time");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> ClassMap.read(folder.resolve("none.csv"), Nomenclature.standard()))
                .hasMessageContaining("none.csv");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("map.csv"), text);
    }
}
