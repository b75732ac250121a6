package org.medulla.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher scripts, run by a real shell in a tree whose Maven and JDK are small scripts that say what they were asked. */
class LauncherTest {
    @TempDir
    Path folder;

    private Path root;
    private Path jdk;

    @BeforeEach
    void layOutATree() throws IOException {
        Path project = Path.of(System.getProperty("medulla.root"));
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh here");
        root = folder.resolve("a tree");
        copy(project.resolve("medulla"), root.resolve("medulla"));
        try (Stream<Path> scripts = Files.list(project.resolve("launcher"))) {
            for (Path script : scripts.toList()) {
                copy(script, root.resolve("launcher").resolve(script.getFileName()));
            }
        }
        script(root.resolve("mvnw"), """
                #!/bin/sh
                echo "built in $PWD" >>builds
                [ ! -f broken ] || { echo '[ERROR] It does not compile.'; exit 1; }
                sleep 0.3
                mkdir -p cli/target/medulla/lib
                : >cli/target/medulla/lib/medulla-cli.jar
                """);
        Files.writeString(Files.createDirectories(root.resolve("cli/src/main")).resolve("A.java"), "class A {}");
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        jdk = jdk("jdk-25", "25.0.1");
    }

    @Test
    void theFirstLaunchBuildsAndTheNextDoesNot() throws Exception {
        assertThat(launch(root.resolve("medulla"), "cells").code()).isZero();
        assertThat(launch(root.resolve("medulla"), "cells").code()).isZero();
        assertThat(Files.readAllLines(root.resolve("builds"))).hasSize(1);
    }

    @Test
    void aSourceThatWasEditedIsBuilt() throws Exception {
        launch(root.resolve("medulla"));
        Files.setLastModifiedTime(
                root.resolve("cli/src/main/A.java"), FileTime.from(Instant.now().plusSeconds(60)));
        launch(root.resolve("medulla"));
        assertThat(Files.readAllLines(root.resolve("builds"))).hasSize(2);
    }

    @Test
    void twoLaunchesAtOnceBuildOnce() throws Exception {
        Process one = start(root.resolve("medulla"), root, List.of("one"));
        Process other = start(root.resolve("medulla"), root, List.of("other"));
        assertThat(finish(one).code()).isZero();
        assertThat(finish(other).code()).isZero();
        assertThat(Files.readAllLines(root.resolve("builds"))).hasSize(1);
    }

    @Test
    void aBuildThatFailsShowsTheErrorAndWhereTheLogIsAndIsTriedAgain() throws Exception {
        Files.createFile(root.resolve("broken"));
        Ended failed = launch(root.resolve("medulla"));
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.err()).contains("[ERROR] It does not compile.").contains("medulla-build.log");
        Files.delete(root.resolve("broken"));
        assertThat(launch(root.resolve("medulla")).code()).isZero();
    }

    @Test
    void argumentsAndTheFolderOfTheCallerArriveUnchangedThroughASymbolicLink() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("ml"), Path.of("../a tree/medulla"));
        Ended ended = finish(start(link, elsewhere, List.of("import", "two words", "*")));
        assertThat(ended.out().lines())
                .containsSubsequence("[org.medulla.cli.Main]", "[import]", "[two words]", "[*]")
                .contains("in " + elsewhere.toRealPath());
    }

    @Test
    void theNativeAllocatorIsToldToKeepItsMemory() throws Exception {
        assertThat(launch(root.resolve("medulla")).out()).contains("trim 536870912, mmap 536870912");
    }

    @Test
    void aPackagedCopyRunsOnItsOwn() throws Exception {
        Path lib = folder.resolve("copy/lib");
        copy(root.resolve("launcher/medulla"), folder.resolve("copy/bin/medulla"));
        copy(root.resolve("launcher/find-jdk.sh"), lib.resolve("find-jdk.sh"));
        copy(root.resolve("launcher/run.sh"), lib.resolve("run.sh"));
        Files.createFile(lib.resolve("medulla-cli.jar"));
        assertThat(launch(folder.resolve("copy/bin/medulla"), "models").out()).contains("[models]");
    }

    @Test
    void anOldJdkIsPassedOver() throws Exception {
        jdk = jdk("jdk-17", "17.0.15");
        Ended ended = launch(root.resolve("medulla"));
        // Whether this machine has a newer one elsewhere is not the test's business; the old one never runs.
        assertThat(ended.out()).doesNotContain("jdk-17");
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        script(home.resolve("bin/javac"), "#!/bin/sh\n");
        script(home.resolve("bin/java"), """
                #!/bin/sh
                echo "$0"
                echo "in $(pwd -P)"
                echo "trim $MALLOC_TRIM_THRESHOLD_, mmap $MALLOC_MMAP_THRESHOLD_"
                for word in "$@"; do echo "[$word]"; done
                """);
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private Ended launch(Path launcher, String... words) throws Exception {
        return finish(start(launcher, root, List.of(words)));
    }

    private Process start(Path launcher, Path where, List<String> words) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).directory(where.toFile());
        builder.environment().putAll(Map.of("JAVA_HOME", jdk.toString()));
        return builder.start();
    }

    private static Ended finish(Process process) throws Exception {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out, err);
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }

    private record Ended(int code, String out, String err) {}
}
