package org.medulla.cytology.nomenclature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.medulla.cytology.job.MedullaException;

/**
 * Which names of another laboratory stand for which cell classes. A map is a file of lines {@code name,code,remark}; an empty
 * code says that the name is known and stands for no single class, the remark says why. Lines that begin with {@code #} are
 * comments. Names are compared without regard to the case of letters.
 */
public final class ClassMap {
    /** The header that a map file begins with. */
    public static final String HEADER = "name,code,remark";

    private final String title;
    private final Map<String, String> codes;
    private final Map<String, String> unmapped;

    private ClassMap(String title, Map<String, String> codes, Map<String, String> unmapped) {
        this.title = title;
        this.codes = Collections.unmodifiableMap(codes);
        this.unmapped = Collections.unmodifiableMap(unmapped);
    }

    /** The peripheral-blood collection of Acevedo et al., Data in Brief 2020: file prefixes and folder names. */
    public static ClassMap pbc() {
        return parse("pbc", NomenclatureFile.lines("map-pbc.csv"), Nomenclature.standard());
    }

    /**
     * Reads a map that somebody wrote.
     *
     * @throws MedullaException USER with the line and what is wrong with it, RESOURCES when the file cannot be read
     */
    public static ClassMap read(Path file, Nomenclature nomenclature) {
        try {
            return parse(file.toString(), Files.readAllLines(file), nomenclature);
        } catch (IOException e) {
            throw MedullaException.resources(
                    "The class map " + file + " cannot be read; check its name and rights.", e);
        }
    }

    private static ClassMap parse(String title, List<String> lines, Nomenclature nomenclature) {
        Map<String, String> codes = new LinkedHashMap<>();
        Map<String, String> unmapped = new LinkedHashMap<>();
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#") || HEADER.equals(line) || HEADER.startsWith(line + ",")) {
                continue;
            }
            String where = "Line " + (i + 1) + " of the class map " + title;
            String[] parts = line.split(",", 3);
            if (parts.length < 2 || parts[0].isBlank()) {
                throw MedullaException.user(where + " is \"" + line + "\"; write name,code or name,code,remark.");
            }
            String name = key(parts[0]);
            String code = parts[1].strip();
            if (seen.contains(name)) {
                throw MedullaException.user(
                        where + " gives \"" + parts[0].strip() + "\" a second time; keep one line.");
            }
            seen.add(name);
            if (code.isEmpty()) {
                unmapped.put(name, parts.length > 2 ? parts[2].strip() : "no class stands for it");
            } else if (nomenclature.find(code).isEmpty()) {
                String nearest = Spelling.nearest(code, nomenclature.codes())
                        .map(other -> "did you mean " + other + "?")
                        .orElse("the codes are " + String.join(", ", nomenclature.codes()) + ".");
                throw MedullaException.user(where + " names the unknown class \"" + code + "\"; " + nearest);
            } else {
                codes.put(name, code);
            }
        }
        return new ClassMap(title, codes, unmapped);
    }

    /** What the map is called: a name or a file. */
    public String title() {
        return title;
    }

    /** The class that a name stands for; none when the map leaves it out or does not know it. */
    public Optional<String> toCode(String name) {
        return Optional.ofNullable(codes.get(key(name)));
    }

    /** Why a name stands for no class; none when it stands for one or is unknown. */
    public Optional<String> reasonUnmapped(String name) {
        return Optional.ofNullable(unmapped.get(key(name)));
    }

    /** The names that stand for a class, in the order of the file. */
    public List<String> toNames(String code) {
        return codes.entrySet().stream()
                .filter(entry -> entry.getValue().equals(code))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
