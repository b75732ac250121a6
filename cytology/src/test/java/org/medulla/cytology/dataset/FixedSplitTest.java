package org.medulla.cytology.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixedSplitTest {
    @TempDir
    private Path folder;

    @Test
    void theCellsListedAreFoldZeroAndTheOthersFoldOne() throws IOException {
        FixedSplit.Result result =
                read("file,class\nBLA_00001.jpg,BLA\nlost.jpg,BLA\n").apply(items());
        assertThat(result.split().foldOf("a")).hasValue(0);
        assertThat(result.split().foldOf("b")).hasValue(1);
        assertThat(result.missing()).containsExactly("lost.jpg");
    }

    @Test
    void aListWithoutTheColumnIsRefused() {
        assertThatThrownBy(() -> read("BLA_00001.jpg\n")).hasMessageContaining("no column \"file\"");
    }

    @Test
    void aFileNamedTwiceIsRefusedWithItsLines() {
        assertThatThrownBy(() -> read("file\na.jpg\n\na.jpg\n")).hasMessageContaining("line 2 and again in line 4");
    }

    @Test
    void aListOfAnotherCollectionIsRefused() throws IOException {
        FixedSplit list = read("file\nother.jpg\n");
        assertThatThrownBy(() -> list.apply(items())).hasMessageContaining("None of the 1 files");
    }

    private FixedSplit read(String text) throws IOException {
        return FixedSplit.read(Files.writeString(folder.resolve("list.csv"), text));
    }

    private static List<DatasetItem> items() {
        return List.of(
                new DatasetItem("a", "BLA", "BLA_00001.jpg", Optional.empty(), Optional.empty()),
                new DatasetItem("b", "BLA", "BLA_00002.jpg", Optional.empty(), Optional.empty()));
    }
}
