package org.medulla.archive.contribution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.medulla.archive.database.Json;

/**
 * One thing that was found in a contributed picture. Its words never repeat what could tell who a patient is.
 *
 * @param check what was looked at: "metadata", "path", "columns", "pixels", "quality", "duplicates", "class", "file"
 * @param where the place: "EXIF tag Artist", "column date of birth"
 * @param kind what it is, in a word or two
 * @param verdict what follows from it
 * @param words what is to be said of it; may be empty
 */
public record ItemFinding(String check, String where, String kind, Verdict verdict, String words) {

    /** Findings as JSON, as they stand in the database. */
    static String write(List<ItemFinding> findings) {
        return Json.write(findings.stream().map(ItemFinding::toMap).toList());
    }

    /** Findings from the JSON that {@link #write} made. */
    static List<ItemFinding> read(String json) {
        return Json.readMaps(json).stream().map(ItemFinding::of).toList();
    }

    private Map<String, String> toMap() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("check", check);
        map.put("where", where);
        map.put("kind", kind);
        map.put("verdict", verdict.word());
        map.put("words", words);
        return map;
    }

    private static ItemFinding of(Map<String, String> map) {
        return new ItemFinding(
                text(map, "check"),
                text(map, "where"),
                text(map, "kind"),
                Verdict.ofWord(text(map, "verdict")),
                text(map, "words"));
    }

    private static String text(Map<String, String> map, String key) {
        return Objects.requireNonNullElse(map.get(key), "");
    }
}
