package org.medulla.laboratory.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.medulla.archive.dataset.FrozenCell;
import org.medulla.cytology.nomenclature.Nomenclature;

/**
 * What the images of a release are called. A cell keeps its file name where no other has it, whatever the case of its letters,
 * where it is plain (letters, digits, hyphens, underscores, an ending that agrees with the format), and where it does not begin
 * with the code of another class, as that of a cell that was read anew does. All others are numbered within their class:
 * {@code BLA_00001.jpg}, passing over what is taken.
 */
final class ReleaseNames {
    private static final int IN_A_FOLDER = 1000;
    private static final Pattern PLAIN = Pattern.compile("([A-Za-z0-9][A-Za-z0-9_-]{0,79})\\.([A-Za-z]+)");
    private static final Map<String, List<String>> ENDINGS = Map.of(
            "jpeg", List.of("jpg", "jpeg"),
            "png", List.of("png"),
            "tiff", List.of("tif", "tiff"),
            "bmp", List.of("bmp"));

    private final Map<String, Integer> stems = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    private final Nomenclature nomenclature;

    private ReleaseNames(Nomenclature nomenclature) {
        this.nomenclature = nomenclature;
    }

    /**
     * The names of the image files, by the SHA-256 of the image.
     *
     * @param formats the format of each image by its SHA-256: "jpeg"
     */
    static Map<String, String> of(List<FrozenCell> cells, Map<String, String> formats, Nomenclature nomenclature) {
        return new ReleaseNames(nomenclature).assign(cells, formats);
    }

    /** Where each image lies in the folder form, by the SHA-256 of the image. */
    static Map<String, String> folders(List<FrozenCell> cells, Map<String, String> names) {
        Map<String, List<String>> byClass = new TreeMap<>();
        for (FrozenCell cell : cells) {
            byClass.computeIfAbsent(cell.classCode(), code -> new ArrayList<>())
                    .add(cell.digest().hex());
        }
        Map<String, String> paths = new HashMap<>();
        byClass.forEach((code, digests) -> {
            digests.sort(Comparator.comparing(names::get));
            for (int place = 0; place < digests.size(); place++) {
                String digest = digests.get(place);
                String range = digests.size() > IN_A_FOLDER ? range(place) : "";
                paths.put(digest, "images/" + code + "/" + range + names.get(digest));
            }
        });
        return paths;
    }

    private Map<String, String> assign(List<FrozenCell> cells, Map<String, String> formats) {
        for (FrozenCell cell : cells) {
            stems.merge(stem(cell.fileName()), 1, Integer::sum);
        }
        Map<String, String> names = new HashMap<>();
        List<FrozenCell> numbered = new ArrayList<>();
        for (FrozenCell cell : cells) {
            String digest = cell.digest().hex();
            if (keeps(cell, formats.getOrDefault(digest, ""))) {
                taken.add(stem(cell.fileName()));
                names.put(digest, cell.fileName());
            } else {
                numbered.add(cell);
            }
        }
        Map<String, Integer> last = new HashMap<>();
        for (FrozenCell cell : numbered) {
            String digest = cell.digest().hex();
            String ending = ENDINGS.getOrDefault(formats.getOrDefault(digest, ""), List.of("bin"))
                    .getFirst();
            String stem;
            do {
                int number = last.merge(cell.classCode(), 1, Integer::sum);
                stem = String.format(Locale.ROOT, "%s_%05d", cell.classCode(), number);
            } while (!taken.add(stem.toLowerCase(Locale.ROOT)));
            names.put(digest, stem + "." + ending);
        }
        return names;
    }

    private boolean keeps(FrozenCell cell, String format) {
        Matcher plain = PLAIN.matcher(cell.fileName());
        if (!plain.matches() || !agrees(plain.group(2), format)) {
            return false;
        }
        String stem = plain.group(1);
        int underscore = stem.indexOf('_');
        String prefix = (underscore < 0 ? stem : stem.substring(0, underscore)).toUpperCase(Locale.ROOT);
        boolean ofAnother =
                !prefix.equals(cell.classCode()) && nomenclature.known(prefix).isPresent();
        return !ofAnother && stems.getOrDefault(stem(cell.fileName()), 0) == 1;
    }

    private static boolean agrees(String ending, String format) {
        return ENDINGS.getOrDefault(format, List.of()).contains(ending.toLowerCase(Locale.ROOT));
    }

    private static String stem(String fileName) {
        int dot = fileName.indexOf('.');
        return (dot < 0 ? fileName : fileName.substring(0, dot)).toLowerCase(Locale.ROOT);
    }

    private static String range(int place) {
        int first = place / IN_A_FOLDER * IN_A_FOLDER;
        return String.format(Locale.ROOT, "%04d-%04d/", first + 1, first + IN_A_FOLDER);
    }
}
