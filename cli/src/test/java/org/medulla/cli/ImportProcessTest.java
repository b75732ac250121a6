package org.medulla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.cli.RunningProgram.Ended;

class ImportProcessTest {
    @TempDir
    Path folder;

    @Test
    void unreadableFilesAreSetAsideListedAndSaidByTheExitCode() throws IOException {
        SmallImages.write(folder.resolve("cells"), "BLA", 3);
        Files.writeString(folder.resolve("cells/BLA/BLA_00004.png"), "no picture");
        Ended ended = RunningProgram.run(folder, "import", "cells");
        assertThat(ended.code()).as(ended.err()).isEqualTo(3);
        assertThat(ended.out()).contains("3 new cells", "1 not an image", "1-set-aside.csv");
        assertThat(Files.readString(folder.resolve("home/imports/1-set-aside.csv")))
                .startsWith("path,reason,words\n")
                .contains("BLA_00004.png,not an image,");
    }

    @Test
    void cellsAreListedAsCsvAndJsonOnStandardOutputAlone() throws IOException {
        SmallImages.write(folder.resolve("cells"), "LYT", 2);
        RunningProgram.run(folder, "import", "cells");
        Ended csv = RunningProgram.run(folder, "cells", "--format", "csv");
        assertThat(csv.out().lines().findFirst())
                .hasValue("cell,class,source,patient,smear,file,width,height,sha256,contradicted");
        assertThat(csv.out().lines()).hasSize(3);
        Ended json = RunningProgram.run(folder, "cells", "--class", "lyt", "--limit", "1", "--format", "json");
        assertThat(json.out()).startsWith("[").contains("\"class\" : \"LYT\"");
        assertThat(json.err()).contains("1 of 2 cells");
    }

    @Test
    void anUnknownClassIsWrongUsageWithTheNearestCode() {
        Ended ended = RunningProgram.run(folder, "cells", "--class", "BLX");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("BLX", "did you mean BLA?");
    }

    @Test
    void anImportThatWasKilledEndsAsIfItHadNotBeen() throws Exception {
        SmallImages.write(folder.resolve("cells"), "EOS", 1500);
        SmallImages.write(folder.resolve("cells"), "NGS", 1500);
        String undisturbed = afterImport(folder.resolve("undisturbed"));

        Path home = folder.resolve("killed");
        RunningProgram killed = RunningProgram.start(folder, "import", "cells", "--home", home.toString());
        while (blobs(home) < 1200) {
            assertThat(killed.process().isAlive()).as("killed before its end").isTrue();
            Thread.sleep(5);
        }
        killed.kill();
        assertThat(afterImport(home)).isEqualTo(undisturbed);
    }

    private String afterImport(Path home) {
        Ended imported = RunningProgram.run(folder, "import", "cells", "--home", home.toString());
        assertThat(imported.code()).as(imported.err()).isZero();
        Ended listed =
                RunningProgram.run(folder, "cells", "--limit", "0", "--format", "csv", "--home", home.toString());
        assertThat(listed.out().lines()).hasSize(3001);
        return listed.out();
    }

    private static long blobs(Path home) {
        Path blobs = home.resolve("blobs");
        if (!Files.isDirectory(blobs)) {
            return 0;
        }
        long count = 0;
        try (Stream<Path> folders = Files.list(blobs)) {
            for (Path one : folders.filter(f -> f.getFileName().toString().length() == 2)
                    .toList()) {
                try (Stream<Path> files = Files.list(one)) {
                    count += files.count();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return count;
    }
}
