package org.medulla.vision.deidentification;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words by which a pair of capitalised words is told to be a name, or to be none. */
final class KnownWords {
    private static final Set<String> GIVEN_NAMES = Set.of(
            ("adam agnes albert alexander alexandra alfred ali alice alina amelie amina amy ana andrea andreas andrew angela anja anke "
                            + "ann anna anne anneliese annette anton antonia antonio arthur astrid ayse barbara beate ben benjamin bernd bernhard "
                            + "bettina birgit brigitte carla carlos carmen caroline catherine charles charlotte chiara christa christian "
                            + "christina christine christoph claudia clara cornelia daniel daniela david dennis dieter dietmar dirk dominik "
                            + "dorothea edith eduard elena elfriede elias elisabeth elizabeth ella ellen elke elsa emil emilia emily emma erhard "
                            + "eric erich erika ernst erwin esther eva fabian fatima fatma felix ferdinand florian frank franz franziska "
                            + "frieda friedrich fritz gabriele georg george gerd gerda gerhard gertrud gisela giulia greta guido gustav hanna "
                            + "hannah hannelore hans harald hassan heike heinrich heinz helen helena helga helmut henry herbert hermann hilde "
                            + "hildegard holger horst hubert ibrahim ilse ines inge ingeborg ingo ingrid irene iris isabel isabella jakob james "
                            + "jan jana jane jean jennifer jens jessica joachim joan johanna johannes john jonas jose josef joseph juan judith "
                            + "julia julian juliane jutta karin karl karla karoline katharina katja katrin kevin kirsten klaus konrad kristina "
                            + "kurt lars laura lea lena leon leonie lina linda lisa lothar louis louise luca lucas lucia ludwig luisa lukas lutz "
                            + "manfred manuel manuela marc marcel marco margaret margarete margit maria marianne marie marina mario marion mark "
                            + "markus marlene marta martha martin martina mary mathilde matthias maximilian mehmet melanie michael michaela "
                            + "mohamed mohammed monika moritz muhammad mustafa nadine natalie nicholas nicolas nicole niklas nina norbert olaf "
                            + "oliver olga otto pablo patricia patrick paul paula pedro peter petra philipp rainer ralf rebecca regina reinhard "
                            + "renate richard rita robert roland rolf rosa rosemarie rudolf ruth sabine samuel sandra sara sarah sebastian "
                            + "siegfried silke silvia simon simone sofia sonja sophia sophie stefan stefanie stephan susan susanne sven sybille "
                            + "sylvia tanja theodor theresa thomas thorsten tim timo tobias tom torsten ulrich ulrike ursula uta ute uwe valentin "
                            + "vanessa vera verena veronika victor victoria viktor volker walter waltraud werner wilhelm willi william wolfgang "
                            + "yusuf yvonne")
                    .split(" "));

    /** Words of cells, stains, microscopes and files that stand in pairs like names do. */
    private static final Set<String> OF_THE_SUBJECT = Set.of(
            ("abnormal acute adobe adult album alpha analysis anemia annotated annotation annotations aplastic archive artefact artifact aspirate "
                            + "atypical auer band bands basal baseline basophil basophilic basophils batch beta big biopsy blast blasts blood blue "
                            + "body bodies bone box burst camera cell cells cellavision center centre channel chronic class classes clean "
                            + "cluster cohort collection color colour complete contact control copy core corrected count counts crop cropped "
                            + "crops cycle data dataset debris deep default degree demo detail differential digital disease division document "
                            + "double download dysplastic early element elements eosin eosinophil eosinophilic eosinophils epithelial "
                            + "erythroblast erythroblasts erythroid erythrocyte erythrocytes example examples experiment export external faggot "
                            + "field fields figure file files final fold folder frame frames full gamma general giant giemsa gray green "
                            + "grey ground group gruenwald gr\u00fcnwald hairy hand hematology haematology high hospital image images immature import input "
                            + "institute internal iron jolly karyogram keratocyte kit label labels labelled lab laboratory large laser left leica "
                            + "lens leukemia leukaemia leukocyte leukocytes light line lineage list log low lymph lymphoblast lymphocyte "
                            + "lymphocytes lymphoid lymphoma macrophage magnification main mantle manual map marrow mask masks mast master mature "
                            + "may megakaryocyte megakaryocytes meta metadata metamyelocyte metamyelocytes micro microscope microscopy mitosis "
                            + "mixed model monoblast monocyte monocytes multi muscle myeloblast myelocyte myelocytes myeloid myeloma naive negative "
                            + "network neutral neutrophil neutrophilic neutrophils new nikon node normal normoblast north not nuclear nuclei "
                            + "nucleus number object objective oil old olympus original other output overview pack page pappenheim part "
                            + "patch patches pathology patient patients peripheral phantom phantoms phase philips photo photos photoshop picture "
                            + "pictures pilot plasma plasmablast plate platelet platelets point pool positive preview primary private proerythroblast "
                            + "project prolymphocyte promonocyte promyelocyte promyelocytes public quality random range raw read red reference "
                            + "region release report research resized result results reticulocyte right ring run sample samples scale "
                            + "scan scanner scans second segment segmentation segmented selected series set sets sheet shift sickle side single "
                            + "size slide slides small smear smears smudge source spherocyte split stage stain stained staining standard stem "
                            + "strange study subject table target task teardrop test third thrombocyte tile tiles time tissue total toxic "
                            + "training train trial type uncertain unidentified unit university unknown upper user validation version view "
                            + "viewer volume west white whole wright xmp zeiss zone")
                    .split(" "));

    private static final List<String> ENDINGS = List.of(
            "cytic", "blastic", "philic", "cyte", "blast", "phil", "emia", "aemia", "oma", "osis", "itis", "plasia",
            "plastic", "penia", "cytosis");

    private KnownWords() {}

    static boolean isGivenName(String word) {
        return GIVEN_NAMES.contains(word.toLowerCase(Locale.ROOT));
    }

    static boolean isOfTheSubject(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return OF_THE_SUBJECT.contains(lower)
                || (lower.endsWith("s") && isSingularKnown(lower))
                || ENDINGS.stream().anyMatch(lower::endsWith);
    }

    private static boolean isSingularKnown(String plural) {
        return OF_THE_SUBJECT.contains(plural.substring(0, plural.length() - 1));
    }
}
