package org.medulla.vision.phantom;

/** The 21 classes that phantoms are drawn of, by their codes, with how many images the published data set has of each. */
enum PhantomClass {
    BLA(11973),
    PMO(11994),
    MYB(6557),
    MMZ(3055),
    NGB(9968),
    NGS(29424),
    FGC(47),
    EOS(5883),
    ABE(8),
    BAS(441),
    MON(4040),
    PEB(2740),
    EBO(27395),
    LYT(26242),
    LYI(65),
    HAC(409),
    PLM(7629),
    KSC(42),
    ART(19630),
    NIF(3538),
    OTH(294);

    private final int published;

    PhantomClass(int published) {
        this.published = published;
    }

    int published() {
        return published;
    }
}
