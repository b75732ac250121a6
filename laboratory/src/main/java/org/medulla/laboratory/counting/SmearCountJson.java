package org.medulla.laboratory.counting;

import java.util.List;
import java.util.Locale;
import org.medulla.cytology.differential.ClassCount;
import org.medulla.cytology.differential.Differential;
import org.medulla.cytology.differential.RangeFinding;
import org.medulla.cytology.differential.Ratio;
import org.medulla.cytology.differential.ResampledShare;
import org.medulla.cytology.differential.Share;
import org.medulla.cytology.differential.ThresholdAnswer;
import org.medulla.laboratory.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A differential count as JSON; percentages as {@code percent}, {@code low}, {@code high}, ratios as {@code value}, {@code low},
 * {@code high}. A class of {@code differential} has its raw share and, where {@code correction.made}, its corrected ones within
 * {@code adjusted} and {@code prior_shifted}; so have the answers to thresholds.
 */
public final class SmearCountJson {
    private SmearCountJson() {}

    /** The document. */
    public static String text(SmearCount count) {
        Differential differential = count.differential();
        ObjectNode root = Json.object();
        root.put("notice", "For Research Use Only. Not for use in diagnostic procedures.");
        root.putObject("model").put("name", count.modelName()).put("digest", count.modelDigest());
        root.put("cells", differential.cells());
        root.put("counted", differential.counted());
        root.put("unidentified", count.unidentified());
        ObjectNode classes = classes(differential.classes());
        classes.properties().forEach(one -> corrected(one.getKey(), one.getValue(), count.correction()));
        root.set("differential", classes);
        root.set("correction", node(count.correction()));
        ObjectNode excluded = root.putObject("excluded");
        differential.excluded().forEach(one -> excluded.put(one.cellClass().code(), one.cells()));
        ObjectNode lineages = root.putObject("lineages");
        differential
                .lineages()
                .forEach(one -> share(lineages.putObject(one.lineage().word()).put("cells", one.cells()), one.share()));
        differential.myeloidToErythroid().ifPresent(ratio -> ratio(root.putObject("m_to_e"), ratio));
        differential.immatureToMature().ifPresent(ratio -> ratio(root.putObject("i_to_mg"), ratio));
        differential.partial().ifPresent(partial -> {
            ObjectNode node = root.putObject("partial_ndc").put("cells", partial.cells());
            node.set("classes", classes(partial.classes()));
        });
        ArrayNode ranges = root.putArray("normal_ranges");
        count.findings().forEach(finding -> ranges.add(node(finding)));
        ArrayNode thresholds = root.putArray("thresholds");
        count.thresholds().forEach(asked -> thresholds.add(node(asked, count)));
        ArrayNode notNamed = root.putArray("counted_classes_unknown_to_the_model");
        count.notNamed().forEach(notNamed::add);
        ArrayNode unreadable = root.putArray("unreadable");
        count.unreadable()
                .forEach(one -> unreadable
                        .addObject()
                        .put("path", one.path().toString())
                        .put("error", one.reason()));
        return Json.text(root);
    }

    private static ObjectNode classes(List<ClassCount> counts) {
        ObjectNode node = Json.object();
        counts.forEach(one -> share(
                node.putObject(one.cellClass().code())
                        .put("name", one.cellClass().name())
                        .put("cells", one.cells()),
                one.share()));
        return node;
    }

    private static void corrected(String code, JsonNode node, CountCorrection correction) {
        if (node instanceof ObjectNode object) {
            correction.of(code).ifPresent(shares -> {
                shares.adjusted().ifPresent(one -> share(object.putObject("adjusted"), one.share()));
                shares.priorShifted().ifPresent(one -> share(object.putObject("prior_shifted"), one.share()));
            });
        }
    }

    private static ObjectNode node(CountCorrection correction) {
        return switch (correction) {
            case CountCorrection.Made made -> {
                ObjectNode node = Json.object().put("made", true).put("validation_cells", made.validationCells());
                made.withoutShift().ifPresent(reason -> node.put("without_prior_shift", reason));
                yield node;
            }
            case CountCorrection.LeftOut none ->
                Json.object().put("made", false).put("reason", none.reason());
        };
    }

    private static void share(ObjectNode node, Share share) {
        node.put("percent", Json.rounded(100 * share.value()))
                .put("low", Json.rounded(100 * share.low()))
                .put("high", Json.rounded(100 * share.high()));
    }

    private static void ratio(ObjectNode node, Ratio ratio) {
        finite(node, "value", ratio.value());
        finite(node, "low", ratio.low());
        finite(node, "high", ratio.high());
    }

    /** JSON has no infinity: null stands for it. */
    private static void finite(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, Json.rounded(value));
        } else {
            node.putNull(name);
        }
    }

    private static ObjectNode node(RangeFinding finding) {
        ObjectNode node = Json.object()
                .put("name", finding.range().name())
                .put("normal_low", finding.range().low())
                .put("normal_high", finding.range().high());
        finite(node, "value", finding.value());
        finite(node, "low", finding.low());
        finite(node, "high", finding.high());
        return node.put("standing", finding.standing().name().toLowerCase(Locale.ROOT));
    }

    private static ObjectNode node(AskedThreshold asked, SmearCount count) {
        Differential differential = count.differential();
        ObjectNode node = Json.object()
                .put("class", asked.classCode())
                .put("percent", asked.percent())
                .put("probability_at_or_above", Json.rounded(asked.probability(differential)));
        switch (asked.answer(differential)) {
            case ThresholdAnswer.AtOrAbove at -> node.put("answer", "at or above");
            case ThresholdAnswer.Below below -> node.put("answer", "below");
            case ThresholdAnswer.CountMore more ->
                node.put("answer", "count more").put("count_more", more.cells());
            case ThresholdAnswer.TooNear near -> node.put("answer", "too near to settle");
        }
        count.correction().of(asked.classCode()).ifPresent(shares -> {
            long counted = differential.counted();
            shares.adjusted().ifPresent(one -> verdict(node.putObject("adjusted"), asked, one, counted));
            shares.priorShifted().ifPresent(one -> verdict(node.putObject("prior_shifted"), asked, one, counted));
        });
        return node;
    }

    private static void verdict(ObjectNode node, AskedThreshold asked, ResampledShare share, long counted) {
        node.put("probability_at_or_above", Json.rounded(asked.probability(share)))
                .put("answer", asked.verdict(share, counted).words());
    }
}
