package org.medulla.cytology.nomenclature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.job.ErrorCode;
import org.medulla.cytology.job.MedullaException;

class NomenclatureHistoryTest {
    private static final NomenclatureChange MGK =
            new NomenclatureChange.Added(named("MGK", "Megakaryocyte", Lineage.MEGAKARYOCYTIC, false, Set.of()));
    private static final NomenclatureChange SPLIT_LYT = new NomenclatureChange.Split(
            "LYT",
            List.of("LYB", "LYC"),
            List.of(
                    named("LYB", "B lymphocyte", Lineage.LYMPHOID, true, Set.of("HAC")),
                    named("LYC", "T lymphocyte", Lineage.LYMPHOID, true, Set.of())));
    private static final NomenclatureChange MERGE_NEU = new NomenclatureChange.Merged(
            List.of("NGB", "NGS"),
            "NEU",
            Optional.of(named("NEU", "Neutrophil", Lineage.GRANULOCYTIC, true, Set.of())));
    private static final NomenclatureChange MERGE_LYI =
            new NomenclatureChange.Merged(List.of("LYI", "LYT"), "LYT", Optional.empty());

    @Test
    void withoutChangesItIsTheStandardOne() {
        assertThat(NomenclatureHistory.standard().current()).isSameAs(Nomenclature.standard());
    }

    @Test
    void anAddedClassStandsAfterThoseOfItsLineageAndChangesNoOther() {
        Nomenclature grown = after(MGK);
        assertThat(grown.codes()).containsSubsequence("PLM", "MGK", "KSC").hasSize(22);
        List<CellClass> others = new ArrayList<>(grown.classes());
        others.removeIf(one -> one.code().equals("MGK"));
        assertThat(others).isEqualTo(Nomenclature.standard().classes());
        assertThat(grown.treeDistance("MGK", "LYT")).isEqualTo(Nomenclature.GREATEST_DISTANCE);
    }

    @Test
    void toleranceOfAnAddedClassIsMutual() {
        Nomenclature grown = after(new NomenclatureChange.Added(
                named("PMH", "Hypergranular promyelocyte", Lineage.GRANULOCYTIC, true, Set.of("PMO"))));
        assertThat(grown.tolerated("PMO", "PMH")).isTrue();
        assertThat(grown.tolerated("PMH", "PMO")).isTrue();
        assertThat(grown.of("PMO").toleratedAs()).contains("BLA", "MYB");
    }

    @Test
    void aSplitClassIsAGroupThatKeepsItsCellsAndIsForgivenForItsParts() {
        Nomenclature grown = after(SPLIT_LYT);
        assertThat(grown.parts("LYT")).containsExactly("LYB", "LYC");
        assertThat(grown.group("LYB")).contains("LYT");
        assertThat(grown.current("LYT")).isEqualTo("LYT");
        assertThat(grown.codes()).containsSubsequence("LYT", "LYB", "LYC", "LYI");
        assertThat(grown.tolerated("LYB", "LYT")).isTrue();
        assertThat(grown.tolerated("LYB", "LYC")).isFalse();
        assertThat(grown.tolerated("HAC", "LYB")).isTrue();
        assertThat(grown.treeDistance("LYB", "LYC")).isOne();
        assertThat(grown.treeDistance("LYB", "PLM")).isEqualTo(2);
    }

    @Test
    void mergedClassesAreTheNewOneAndKeepTheirNeighbours() {
        Nomenclature grown = after(MERGE_NEU);
        assertThat(grown.current("NGB")).isEqualTo("NEU");
        assertThat(grown.merged()).containsEntry("NGS", "NEU").hasSize(2);
        assertThat(grown.codes()).doesNotContain("NGB", "NGS").containsSubsequence("MMZ", "NEU", "FGC");
        assertThat(grown.tolerated("MMZ", "NEU")).isTrue();
        assertThat(grown.known("NGB").map(CellClass::name)).contains("Band neutrophil");
        assertThatThrownBy(() -> grown.of("NGB")).hasMessageContaining("was merged into NEU; write NEU");
    }

    @Test
    void takingAMergeBackIsASplitThatBringsTheOldClassesBackAsTheyWere() {
        NomenclatureChange back = new NomenclatureChange.Split("NEU", List.of("NGB", "NGS"), List.of());
        Nomenclature grown = after(MERGE_NEU, back);
        assertThat(grown.current("NGB")).isEqualTo("NGB");
        assertThat(grown.tolerated("MMZ", "NGB")).isTrue();
        assertThat(grown.tolerated("MMZ", "NGS")).isFalse();
        assertThat(grown.parts("NEU")).containsExactlyInAnyOrder("NGB", "NGS");
    }

    @Test
    void aClassThatOthersWereMergedIntoMayPartFromThemAgain() {
        Nomenclature grown = after(MERGE_LYI, new NomenclatureChange.Split("LYT", List.of("LYT", "LYI"), List.of()));
        assertThat(grown.codes()).isEqualTo(Nomenclature.standard().codes());
        assertThat(grown.parts("LYT")).isEmpty();
    }

    @Test
    void mergesFollowOneAnother() {
        NomenclatureChange all = new NomenclatureChange.Merged(List.of("NEU", "MMZ"), "MMZ", Optional.empty());
        assertThat(after(MERGE_NEU, all).current("NGS")).isEqualTo("MMZ");
        NomenclatureChange back = new NomenclatureChange.Split("MMZ", List.of("MMZ", "NEU"), List.of());
        assertThat(after(MERGE_NEU, all, back).current("NGS")).isEqualTo("NEU");
    }

    @Test
    void theVersionFollowsFromTheChanges() {
        String version = after(MGK, SPLIT_LYT).version();
        assertThat(version).matches("marrow-1\\+2\\.[0-9a-f]{12}");
        assertThat(after(SPLIT_LYT, MGK).version()).isNotEqualTo(version);
        NomenclatureHistory history = NomenclatureHistory.of(List.of(MGK, SPLIT_LYT, MERGE_NEU));
        assertThat(history.find(version).orElseThrow().codes()).contains("MGK", "LYB", "NGS");
        assertThat(history.upTo(version)).contains(List.of(MGK, SPLIT_LYT));
        assertThat(history.find("marrow-2")).isEmpty();
    }

    @Test
    void aCodeInUseAndOneThatWasInUseAreNotDefinedAgain() {
        CellClass blast = named("BLA", "Another blast", Lineage.GRANULOCYTIC, true, Set.of());
        refused("is taken: it stands for \"Blast\"", new NomenclatureChange.Added(blast));
        CellClass band = named("NGB", "Band cell", Lineage.GRANULOCYTIC, true, Set.of());
        refused("was merged into NEU", MERGE_NEU, new NomenclatureChange.Added(band));
    }

    @Test
    void whatCannotBeDoneIsRefusedWithItsReason() {
        refused("cannot be merged into itself", new NomenclatureChange.Merged(List.of("LYT"), "LYT", Optional.empty()));
        refused("was merged into NEU; write NEU", MERGE_NEU, split("NGB", "NGX", "NGY"));
        refused("did you mean LYT?", split("LYTT", "LYA", "LYB"));
        refused("two different classes", split("LYT", "LYA"));
        refused("is not described", new NomenclatureChange.Split("LYT", List.of("LYA", "LYB"), List.of()));
        refused("none that was merged into LYT", new NomenclatureChange.Split("LYT", List.of("HAC", "PLM"), List.of()));
        refused(
                "is a group of LYB, LYC",
                SPLIT_LYT,
                new NomenclatureChange.Merged(List.of("LYT", "HAC"), "HAC", Optional.empty()));
        refused("is that of the class BLA", new NomenclatureChange.Renamed("PMO", "blast"));
        refused(
                "no code for a class",
                new NomenclatureChange.Added(named("m-1", "Mast cell", Lineage.BASOPHILIC, true, Set.of())));
    }

    @Test
    void aRenamedClassKeepsItsCode() {
        Nomenclature grown = after(new NomenclatureChange.Renamed("OTH", "Other nucleated cell"));
        assertThat(grown.of("OTH").name()).isEqualTo("Other nucleated cell");
    }

    private static NomenclatureChange split(String code, String... parts) {
        List<CellClass> defined = new ArrayList<>();
        for (String part : parts) {
            defined.add(named(part, "Part " + part, Lineage.LYMPHOID, true, Set.of()));
        }
        return new NomenclatureChange.Split(code, List.of(parts), defined);
    }

    private static void refused(String words, NomenclatureChange... changes) {
        assertThatThrownBy(() -> after(changes))
                .isInstanceOfSatisfying(
                        MedullaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USER))
                .hasMessageContaining(words);
    }

    private static Nomenclature after(NomenclatureChange... changes) {
        return NomenclatureHistory.of(List.of(changes)).current();
    }

    private static CellClass named(String code, String name, Lineage lineage, boolean counted, Set<String> tolerated) {
        return new CellClass(code, name, lineage, OptionalInt.empty(), counted, false, tolerated, Optional.empty());
    }
}
