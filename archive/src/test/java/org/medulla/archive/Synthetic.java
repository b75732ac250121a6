package org.medulla.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.medulla.archive.intake.FileStamp;
import org.medulla.archive.intake.ImageFacts;
import org.medulla.archive.intake.ImportPlan;
import org.medulla.archive.intake.ImportSummary;
import org.medulla.archive.intake.Incoming;
import org.medulla.archive.intake.Intake;
import org.medulla.archive.layout.LabelledFile;
import org.medulla.archive.layout.SetAside;

/** Files that stand in for images: the archive never looks inside. One that begins with "bad" is set aside. */
public final class Synthetic {
    private Synthetic() {}

    /** Writes a file and says under which class it is filed. */
    public static LabelledFile file(Path folder, String classCode, String name, String content) {
        Path path = folder.resolve(classCode).resolve(name);
        try {
            Files.createDirectories(folder.resolve(classCode));
            Files.writeString(path, content);
            return new LabelledFile(path, classCode);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Imports files as the real intake does, in batches of a given size. */
    public static ImportSummary importAll(Archive archive, ImportPlan plan, List<LabelledFile> files, int batchSize) {
        return importAll(archive, plan, files, batchSize, said -> {});
    }

    /** Imports files, and says "stored" after each batch and "finishing" before the end. */
    public static ImportSummary importAll(
            Archive archive, ImportPlan plan, List<LabelledFile> files, int batchSize, Consumer<String> say) {
        try (Intake intake = archive.intake(plan)) {
            List<Incoming> batch = new ArrayList<>();
            for (LabelledFile file : files) {
                FileStamp stamp = FileStamp.of(file.path());
                if (intake.known(file, stamp)) {
                    continue;
                }
                batch.add(look(intake, file, stamp));
                if (batch.size() == batchSize) {
                    intake.store(batch);
                    batch.clear();
                    say.accept("stored");
                }
            }
            intake.store(batch);
            say.accept("finishing");
            return intake.finish();
        }
    }

    private static Incoming look(Intake intake, LabelledFile file, FileStamp stamp) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (new String(bytes, StandardCharsets.UTF_8).startsWith("bad")) {
            return new Incoming.Refused(new SetAside(file.path(), "truncated", "it ends too early"), stamp);
        }
        return new Incoming.Image(
                file, stamp, new ImageFacts(intake.keep(bytes), bytes.length, 250, 250, "jpeg", bytes[0]));
    }
}
