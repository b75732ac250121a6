package org.medulla.laboratory.release;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.medulla.cytology.nomenclature.CellClass;
import org.medulla.cytology.nomenclature.Nomenclature;

/**
 * The classes of a release, numbered: all of the nomenclature that its dataset was frozen with, in its order, so that numbers
 * mean the same in every release of it, and after them codes that it does not list.
 *
 * @param nomenclature that nomenclature
 * @param codes the codes; a class's number is its place, from 0
 * @param cells how many cells there are of each class
 */
record ClassList(Nomenclature nomenclature, List<String> codes, SortedMap<String, Long> cells) {
    static final String FILE = "abbreviations.csv";

    ClassList {
        codes = List.copyOf(codes);
    }

    static ClassList of(ReleaseContent content) {
        List<String> codes = new ArrayList<>(content.nomenclature().codes());
        SortedMap<String, Long> cells = content.cellsByClass();
        cells.keySet().stream().filter(code -> !codes.contains(code)).forEach(codes::add);
        return new ClassList(content.nomenclature(), codes, cells);
    }

    /** The number of a class. */
    int number(String code) {
        return codes.indexOf(code);
    }

    /** What a class is called. */
    String name(String code) {
        return nomenclature.known(code).map(CellClass::name).orElse(code);
    }

    long cells(String code) {
        return cells.getOrDefault(code, 0L);
    }

    void writeTo(OutputStream out) throws IOException {
        CsvFiles.write(out, List.of("code", "name", "number", "cells"), printer -> {
            for (String code : codes) {
                printer.printRecord(code, name(code), number(code), cells(code));
            }
        });
    }
}
