package org.medulla.laboratory.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.medulla.archive.Archive;
import org.medulla.archive.annotation.Annotation;
import org.medulla.archive.cell.Cell;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.session.ReadingSession;
import org.medulla.archive.session.SessionKind;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;

/**
 * The sheet that a reader fills in: a CSV with a line for each cell that is still to be read, in this reader's order, and the
 * pictures beside it. Neither names nor order tell a class. For an adjudication the column {@code said} has what the others said.
 */
public final class SessionSheet {
    /** The sheet's name in its folder. */
    public static final String NAME = "sheet.csv";

    private final Archive archive;

    /** Writes sheets of sessions in this archive. */
    public SessionSheet(Archive archive) {
        this.archive = archive;
    }

    /**
     * Writes the sheet and its pictures into a new or empty folder.
     *
     * @return how many cells are to be read
     * @throws MedullaException USER when the folder holds something, or the session is not for the reader
     */
    public int write(ReadingSession session, String reader, Path folder, Progress progress) {
        List<CellId> open = archive.sessions().readings(session).open(reader);
        if (Files.exists(folder.resolve(NAME))) {
            throw MedullaException.user(
                    folder + " holds a sheet already, which may be filled in: choose a new folder.");
        }
        Map<CellId, String> said = said(session);
        List<String> header = new ArrayList<>(List.of("cell", "picture"));
        if (session.kind() == SessionKind.ADJUDICATION) {
            header.add("said");
        }
        header.addAll(List.of("class", "certainty", "seconds", "reason"));
        try (Progress.Stage stage = progress.stage("Writing pictures", open.size())) {
            Files.createDirectories(folder);
            Path draft = folder.resolve(NAME + ".part");
            try (CSVPrinter sheet = new CSVPrinter(Files.newBufferedWriter(draft), format(header))) {
                for (CellId id : open) {
                    Cell cell = archive.cells().find(id).orElseThrow();
                    String picture = id.value() + "." + (cell.format().equals("jpeg") ? "jpg" : cell.format());
                    Files.write(folder.resolve(picture), archive.images().bytes(cell));
                    List<Object> line = new ArrayList<>(List.of(id.value(), picture));
                    if (session.kind() == SessionKind.ADJUDICATION) {
                        line.add(said.getOrDefault(id, ""));
                    }
                    line.addAll(List.of("", "", "", ""));
                    sheet.printRecord(line);
                    stage.advance(1);
                }
            }
            Files.move(draft, folder.resolve(NAME));
        } catch (IOException | UncheckedIOException e) {
            throw MedullaException.resources(
                    "The sheet could not be written to " + folder + " (" + e.getMessage()
                            + "): free space or choose another" + " folder.",
                    e);
        }
        return open.size();
    }

    private Map<CellId, String> said(ReadingSession session) {
        if (session.of().isEmpty()) {
            return Map.of();
        }
        ReadingSession read = archive.sessions().get(session.of().get());
        return archive.sessions().readings(read).latest().stream()
                .collect(Collectors.groupingBy(
                        annotation -> annotation.reading().cell(),
                        LinkedHashMap::new,
                        Collectors.mapping(SessionSheet::inWords, Collectors.joining("; "))));
    }

    private static String inWords(Annotation annotation) {
        return annotation.reader() + ": " + annotation.classCode()
                + annotation
                        .reading()
                        .reason()
                        .map(reason -> " (" + reason + ")")
                        .orElse("");
    }

    private static CSVFormat format(List<String> header) {
        return CSVFormat.RFC4180
                .builder()
                .setRecordSeparator('\n')
                .setHeader(header.toArray(String[]::new))
                .get();
    }
}
