package org.medulla.vision.phantom;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a patient has, and so which cells the marrow holds. The frequencies are round figures that make a plausible
 * differential; they are not epidemiology.
 */
enum Diagnosis {
    NORMAL(
            "normal",
            4,
            1,
            0,
            "BLA 1,PMO 4,MYB 6,MMZ 8,NGB 14,NGS 24,EOS 4,BAS .5,MON 3,PEB 2,EBO 22,LYT 12,PLM 1,ART 6,NIF 2,OTH 1,KSC .2"),
    REACTIVE(
            "reactive",
            2,
            1.25,
            0,
            "BLA 2,PMO 6,MYB 9,MMZ 10,NGB 18,NGS 25,EOS 7,BAS .7,MON 4,PEB 2,EBO 13,LYT 9,PLM 3,ART 6,NIF 2,OTH 1"),
    AML(
            "acute myeloid leukaemia",
            3,
            0.8,
            0.22,
            "BLA 48,PMO 6,MYB 4,MMZ 2,NGB 3,NGS 6,EOS 2,BAS .7,MON 5,PEB 1,EBO 8,LYT 9,PLM 1,ART 8,NIF 4,OTH 1,ABE .3"),
    AML_WITH_INV16(
            "acute myeloid leukaemia with inv(16)",
            1,
            0.9,
            0.15,
            "BLA 30,PMO 7,MYB 6,MMZ 4,NGB 4,NGS 6,EOS 7,ABE 5,MON 14,EBO 7,LYT 7,ART 6,NIF 3,OTH .5"),
    APL(
            "acute promyelocytic leukaemia",
            1,
            1.3,
            0.3,
            "BLA 6,PMO 52,FGC 7,MYB 6,MMZ 2,NGB 2,NGS 5,EOS 1,MON 1,EBO 8,LYT 7,ART 7,NIF 3"),
    MDS(
            "myelodysplastic neoplasm",
            3,
            0.3,
            0.05,
            "BLA 9,PMO 6,MYB 7,MMZ 7,NGB 10,NGS 16,EOS 3,BAS 1,MON 5,PEB 5,EBO 27,LYT 9,PLM 2,ART 7,NIF 4,OTH 2"),
    ALL(
            "acute lymphoblastic leukaemia",
            2,
            1,
            0,
            "LYI 30,BLA 14,LYT 18,PMO 2,MYB 3,MMZ 3,NGB 4,NGS 7,EBO 10,ART 7,NIF 3,KSC 3"),
    CLL(
            "chronic lymphocytic leukaemia",
            1,
            1,
            0,
            "LYT 58,LYI 4,KSC 9,PMO 2,MYB 3,MMZ 3,NGB 4,NGS 7,EBO 9,EOS 1,MON 1,ART 5,NIF 2,HAC 1"),
    HAIRY_CELL_LEUKAEMIA(
            "hairy cell leukaemia",
            1,
            1,
            0,
            "HAC 36,LYT 22,LYI 1,MYB 3,MMZ 3,NGB 4,NGS 5,EBO 14,PLM 2,ART 6,NIF 3,KSC 1"),
    MYELOMA(
            "multiple myeloma",
            2,
            1,
            0,
            "PLM 36,BLA 1,PMO 3,MYB 4,MMZ 4,NGB 7,NGS 12,EOS 2,MON 3,PEB 2,EBO 14,LYT 8,ART 6,NIF 2,OTH 1"),
    CML(
            "chronic myeloid leukaemia",
            1,
            1,
            0,
            "BLA 4,PMO 8,MYB 15,MMZ 13,NGB 17,NGS 22,EOS 7,BAS 5,ABE .5,EBO 5,LYT 3,MON 2,ART 6,NIF 2,OTH 2");

    private final String words;
    private final double weight;
    private final double granulation;
    private final double auerRods;
    private final String frequencies;

    /** The frequencies, read once. */
    private static final Map<Diagnosis, Map<PhantomClass, Double>> TABLE = table();

    Diagnosis(String words, double weight, double granulation, double auerRods, String frequencies) {
        this.words = words;
        this.weight = weight;
        this.granulation = granulation;
        this.auerRods = auerRods;
        this.frequencies = frequencies;
    }

    private static Map<Diagnosis, Map<PhantomClass, Double>> table() {
        Map<Diagnosis, Map<PhantomClass, Double>> table = new EnumMap<>(Diagnosis.class);
        for (Diagnosis diagnosis : values()) {
            Map<PhantomClass, Double> row = new EnumMap<>(PhantomClass.class);
            for (String part : diagnosis.frequencies.split(",", -1)) {
                String[] entry = part.split(" ", -1);
                row.put(PhantomClass.valueOf(entry[0]), Double.parseDouble(entry[1]));
            }
            table.put(diagnosis, row);
        }
        return table;
    }

    /** The diagnosis as a manifest says it. */
    String words() {
        return words;
    }

    /** How often patients have it, against the others. */
    double weight() {
        return weight;
    }

    /** How granular neutrophils are, 1 being usual. */
    double granulation() {
        return granulation;
    }

    /** The share of blasts with an Auer rod. */
    double auerRods() {
        return auerRods;
    }

    /** How many in about a hundred nucleated cells are of a class. */
    double frequency(PhantomClass cellClass) {
        return TABLE.getOrDefault(this, Map.of()).getOrDefault(cellClass, 0.0);
    }

    /** A class that a neighbouring cell has: as frequent as in the marrow, whole cells only. */
    PhantomClass neighbour(Dice dice) {
        PhantomClass[] classes = PhantomClass.values();
        double[] weights = new double[classes.length];
        for (int i = 0; i < classes.length; i++) {
            weights[i] = switch (classes[i]) {
                case ART, KSC, NIF, OTH -> 0;
                default -> frequency(classes[i]);
            };
        }
        return classes[dice.weighted(weights)];
    }
}
