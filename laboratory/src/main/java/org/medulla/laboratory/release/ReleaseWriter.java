package org.medulla.laboratory.release;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.medulla.archive.Archive;
import org.medulla.archive.annotation.Annotation;
import org.medulla.archive.decision.Decided;
import org.medulla.archive.digest.Digest;
import org.medulla.cytology.job.Progress;

/**
 * Writes a dataset version as a release: images, labels with their history, splits, and what a person and a program need to
 * know of them. The same version and options give the same bytes. What is finished has its name and stays; stopped at any point,
 * the same request goes on. The manifest comes last: a folder without it is unfinished.
 */
public final class ReleaseWriter {
    private final Archive archive;

    /** Releases dataset versions of this archive. */
    public ReleaseWriter(Archive archive) {
        this.archive = archive;
    }

    /**
     * Writes a release.
     *
     * @throws org.medulla.cytology.job.MedullaException USER when the folder holds something else or a name is unknown, DATA when
     *     an image is damaged, RESOURCES when the disk is full
     */
    public ReleaseSummary write(ReleaseRequest request, Progress progress) {
        ReleaseContent content = ReleaseContent.gather(archive, request, progress);
        List<ReleasePart> parts = ReleasePart.of(archive, content);
        Map<String, ReleaseFolder.Content> tables = tables(content);
        Map<String, Digest> tableDigests = new LinkedHashMap<>();
        try (Progress.Stage stage = progress.stage("Reading labels", tables.size())) {
            tables.forEach((name, table) -> {
                tableDigests.put(name, digestOf(table));
                stage.advance(1);
            });
        }
        String facts = ReleaseFactsJson.text(content, parts, tableDigests);

        ReleaseFolder folder = new ReleaseFolder(request.out());
        folder.claim(facts);
        ReleaseManifest finished = folder.holds(ReleaseFolder.MANIFEST)
                ? ReleaseManifest.read(request.out())
                : new ReleaseManifest(new TreeMap<>());
        SortedMap<String, Digest> digests = new TreeMap<>();
        digests.put(ReleaseFolder.FACTS, Digest.of(facts.getBytes(StandardCharsets.UTF_8)));
        tables.forEach((name, table) -> digests.put(name, folder.write(name, table)));
        ReleaseImages images = images(content, parts, folder);
        try (Progress.Stage stage =
                progress.stage("Writing images", content.cells().size())) {
            digests.putAll(images.write(finished, stage));
        }
        new ReleaseDocuments(content, folder).write(parts, digests);
        byte[] manifest = new ReleaseManifest(digests).bytes();
        folder.write(ReleaseFolder.MANIFEST, out -> out.write(manifest));
        folder.tidy();
        return summary(content, folder, digests, images.written(), Digest.of(manifest));
    }

    private ReleaseImages images(ReleaseContent content, List<ReleasePart> parts, ReleaseFolder folder) {
        ReleaseBytes bytes = new ReleaseBytes(archive);
        CellJson json = new CellJson(archive, content);
        return switch (content.request().form()) {
            case FOLDER -> new FolderImages(bytes, content, folder);
            case TAR -> new ShardImages(parts, folder, new TarShard(bytes, json));
            case PARQUET -> new ShardImages(parts, folder, new ParquetShard(bytes, json, content));
        };
    }

    private Map<String, ReleaseFolder.Content> tables(ReleaseContent content) {
        Map<String, ReleaseFolder.Content> tables = new LinkedHashMap<>();
        byte[] manifest = archive.datasets().manifest(content.version());
        tables.put("dataset.csv", out -> out.write(manifest));
        tables.put(CellsCsv.FILE, out -> CellsCsv.write(content, out));
        tables.put("annotations.csv", out -> writeAnnotations(content, out));
        tables.put(LabelDecision.FILE, out -> writeDecisions(content, out));
        tables.put(ClassList.FILE, out -> ClassList.of(content).writeTo(out));
        for (int number = 0; number < content.splits().size(); number++) {
            byte[] folds = content.splits().get(number).split().canonicalForm().getBytes(StandardCharsets.US_ASCII);
            tables.put(content.splitFile(number), out -> out.write(folds));
        }
        content.changes().ifPresent(changes -> tables.put("changes.csv", changes::writeTo));
        return tables;
    }

    private void writeAnnotations(ReleaseContent content, OutputStream out) throws IOException {
        CsvFiles.write(out, LabelReading.COLUMNS, printer -> {
            for (ReleasedCell cell : content.cells()) {
                List<Annotation> all = archive.annotations().of(cell.frozen().cell());
                for (Annotation annotation : LabelReading.upTo(content.version(), all)) {
                    printer.printRecord(LabelReading.values(cell.sha256(), annotation));
                }
            }
        });
    }

    private void writeDecisions(ReleaseContent content, OutputStream out) throws IOException {
        CsvFiles.write(out, LabelDecision.COLUMNS, printer -> {
            for (ReleasedCell cell : content.cells()) {
                List<Decided> all = archive.decisions().of(cell.frozen().cell());
                for (Decided decided : LabelDecision.upTo(content.version(), all)) {
                    printer.printRecord(LabelDecision.values(cell.sha256(), decided));
                }
            }
        });
    }

    private static Digest digestOf(ReleaseFolder.Content table) {
        try (DigestOutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), Digest.sha256())) {
            table.writeTo(out);
            return Digest.ofRaw(out.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReleaseSummary summary(
            ReleaseContent content,
            ReleaseFolder folder,
            SortedMap<String, Digest> digests,
            long written,
            Digest manifest) {
        ReleaseRequest request = content.request();
        return new ReleaseSummary(
                request.out(),
                content.version().name(),
                request.form(),
                content.cells().size(),
                digests.size(),
                digests.keySet().stream().mapToLong(folder::lengthOf).sum(),
                written,
                manifest,
                content.unlicensed(),
                content.changes().map(ReleaseReadme::changes).orElse(""));
    }
}
