package org.medulla.laboratory.release;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.Cell;
import org.medulla.archive.dataset.DatasetVersion;
import org.medulla.archive.dataset.FrozenCell;
import org.medulla.archive.dataset.StoredSplit;
import org.medulla.archive.nomenclature.RecordedChange;
import org.medulla.cytology.dataset.Split;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;
import org.medulla.cytology.nomenclature.Nomenclature;

/**
 * Everything that a release says, gathered before a byte is written.
 *
 * @param request what was asked for
 * @param version the dataset version
 * @param cells its cells in the order of its manifest
 * @param splits its splits, the oldest first; the last is in use
 * @param contributed the licences of contributed images, by the hexadecimal digest of their bytes
 * @param changes what changed since the version before, where one was named
 * @param nomenclature what its classes come from
 * @param growth how that grew from the standard nomenclature, the oldest change first
 */
record ReleaseContent(
        ReleaseRequest request,
        DatasetVersion version,
        List<ReleasedCell> cells,
        List<StoredSplit> splits,
        Map<String, String> contributed,
        Optional<ReleaseChanges> changes,
        Nomenclature nomenclature,
        List<RecordedChange> growth) {
    ReleaseContent {
        contributed = Map.copyOf(contributed);
        cells = List.copyOf(cells);
        splits = List.copyOf(splits);
        growth = List.copyOf(growth);
    }

    /**
     * Gathers it from an archive.
     *
     * @throws MedullaException USER when a dataset is not there, or a licence is given for a source that no cell comes from
     */
    static ReleaseContent gather(Archive archive, ReleaseRequest request, Progress progress) {
        DatasetVersion version = archive.datasets().get(request.dataset());
        List<FrozenCell> frozen = archive.datasets().cells(version);
        List<StoredSplit> splits = archive.splits().of(version);
        Map<String, Cell> cells = new HashMap<>();
        Map<String, String> formats = new HashMap<>();
        try (Progress.Stage stage = progress.stage("Looking up cells", frozen.size())) {
            for (FrozenCell one : frozen) {
                Cell cell = archive.cells()
                        .find(one.cell())
                        .orElseThrow(
                                () -> MedullaException.data("Cell " + one.cell().value()
                                        + " of the dataset is not in the archive any more: run `medulla verify`."));
                cells.put(one.digest().hex(), cell);
                formats.put(one.digest().hex(), cell.format());
                stage.advance(1);
            }
        }
        String grown = archive.datasets().nomenclature(version);
        Nomenclature nomenclature = archive.nomenclatures().versionOrCurrent(grown);
        Map<String, String> paths = ReleaseNames.of(frozen, formats, nomenclature);
        if (request.form() == ReleaseForm.FOLDER) {
            paths = ReleaseNames.folders(frozen, paths);
        }
        Optional<Split> inUse = splits.isEmpty()
                ? Optional.empty()
                : Optional.of(splits.getLast().split());
        List<ReleasedCell> released = new ArrayList<>(frozen.size());
        for (FrozenCell one : frozen) {
            String digest = one.digest().hex();
            OptionalInt fold = inUse.map(split -> split.foldOf(digest)).orElseGet(OptionalInt::empty);
            released.add(new ReleasedCell(one, require(cells, digest), require(paths, digest), fold));
        }
        ReleaseContent content = new ReleaseContent(
                request,
                version,
                released,
                splits,
                contributed(archive),
                request.since().map(name -> ReleaseChanges.between(archive, name, version, frozen)),
                nomenclature,
                archive.nomenclatures().upTo(nomenclature));
        request.licences().requireAmong(content.cellsBySource().keySet());
        content.requireNoContradiction();
        return content;
    }

    /** An image that two laboratories contributed is under the licence of the one from which it was accepted first. */
    private static Map<String, String> contributed(Archive archive) {
        Map<String, String> licences = new HashMap<>();
        archive.contributions().licences().forEach((digest, all) -> licences.put(digest.hex(), all.getFirst()));
        return licences;
    }

    private void requireNoContradiction() {
        for (ReleasedCell cell : cells) {
            String source = cell.frozen().source();
            String said = request.licences().bySource().get(source);
            if (said != null && !said.equals(licence(cell))) {
                throw MedullaException.user("Images of the source \"" + source + "\" were contributed under "
                        + licence(cell) + ", not " + said + ": leave --licence " + source + "=" + said + " out.");
            }
        }
    }

    private static <T> T require(Map<String, T> byDigest, String digest) {
        T found = byDigest.get(digest);
        if (found == null) {
            throw new IllegalStateException("Nothing is known of " + digest);
        }
        return found;
    }

    /** The date that the release bears. */
    LocalDate date() {
        return request.date()
                .orElseGet(() -> version.created().atZone(ZoneOffset.UTC).toLocalDate());
    }

    /** The split in use. */
    Optional<StoredSplit> split() {
        return splits.isEmpty() ? Optional.empty() : Optional.of(splits.getLast());
    }

    /** How many cells come from each source. */
    SortedMap<String, Long> cellsBySource() {
        SortedMap<String, Long> counts = new TreeMap<>();
        cells.forEach(cell -> counts.merge(cell.frozen().source(), 1L, Long::sum));
        return counts;
    }

    /** How many cells there are of each class. */
    SortedMap<String, Long> cellsByClass() {
        SortedMap<String, Long> counts = new TreeMap<>();
        cells.forEach(cell -> counts.merge(cell.frozen().classCode(), 1L, Long::sum));
        return counts;
    }

    /** The licence of a cell's image: that under which it was contributed, else that of its source. */
    String licence(ReleasedCell cell) {
        String own = contributed.get(cell.sha256());
        return own != null ? own : request.licences().wordOf(cell.frozen().source());
    }

    /** The licence of a source's images, or all of them where there are several: "CC-BY-4.0 and CC0-1.0". */
    String licence(String source) {
        return cells.stream()
                .filter(cell -> cell.frozen().source().equals(source))
                .map(this::licence)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" and "));
    }

    /** The licences of all images, each once. */
    List<String> licences() {
        return cells.stream().map(this::licence).distinct().sorted().toList();
    }

    /** The sources from which images come whose licence is unknown. */
    List<String> unlicensed() {
        return cells.stream()
                .filter(cell -> licence(cell).equals(Licences.UNKNOWN))
                .map(cell -> cell.frozen().source())
                .distinct()
                .sorted()
                .toList();
    }

    /** The file of a split: its SHA-256 is the split's digest. */
    String splitFile(int number) {
        return "splits/" + (number + 1) + "-"
                + splits.get(number).split().plan().unit().word() + ".txt";
    }
}
