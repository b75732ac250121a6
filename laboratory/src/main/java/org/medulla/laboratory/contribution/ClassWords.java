package org.medulla.laboratory.contribution;

import java.nio.file.Path;
import java.util.Optional;
import org.medulla.cytology.nomenclature.CellClass;
import org.medulla.cytology.nomenclature.ClassMap;
import org.medulla.cytology.nomenclature.Nomenclature;

/** Which classes the words of a laboratory stand for: by its class map, and where that is silent by the codes and names of ours. */
public final class ClassWords {
    private final Nomenclature nomenclature;
    private final Optional<ClassMap> map;

    private ClassWords(Nomenclature nomenclature, Optional<ClassMap> map) {
        this.nomenclature = nomenclature;
        this.map = map;
    }

    /**
     * The words of a laboratory.
     *
     * @param map a file of lines {@code name,code,remark}, or {@code pbc} for the published blood collection
     * @throws org.medulla.cytology.job.MedullaException USER when the map does not add up
     */
    public static ClassWords of(Optional<String> map, Nomenclature nomenclature) {
        return new ClassWords(
                nomenclature,
                map.map(name -> name.equals("pbc") ? ClassMap.pbc() : ClassMap.read(Path.of(name), nomenclature)));
    }

    /** The code of the class that a word stands for. */
    Optional<String> code(String word) {
        Optional<String> mapped = map.flatMap(m -> m.toCode(word));
        if (mapped.isPresent() || isLeftOut(word)) {
            return mapped;
        }
        String wanted = word.strip();
        return nomenclature.classes().stream()
                .filter(one -> one.code().equalsIgnoreCase(wanted) || one.name().equalsIgnoreCase(wanted))
                .map(CellClass::code)
                .findFirst();
    }

    /** Why a word stands for no class, in a clause. */
    String whyNone(String word) {
        return map.flatMap(m -> m.reasonUnmapped(word)).orElse("neither the class map nor the nomenclature knows it");
    }

    private boolean isLeftOut(String word) {
        return map.flatMap(m -> m.reasonUnmapped(word)).isPresent();
    }
}
