package org.medulla.laboratory.experiment;

import org.medulla.cytology.evaluation.ConfusionMatrix;
import org.medulla.cytology.evaluation.Estimate;
import org.medulla.laboratory.dataset.FoldedDataset;
import org.medulla.laboratory.json.Json;
import org.medulla.laboratory.report.ComparedClass;
import org.medulla.laboratory.report.DirectionFigures;
import org.medulla.laboratory.report.VariantFigures;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A study of two laboratories as JSON. {@code directions} holds two objects, each with {@code classes} by code, {@code variants}
 * by code with their figures as {@code value, low, high}, and the {@code confusion} of the standard abroad (the true class
 * outside).
 */
public final class GeneraliseJson {
    private GeneraliseJson() {}

    /** The document. */
    public static String text(GeneraliseResult result) {
        ObjectNode root = Json.object();
        root.put("notice", "For Research Use Only. Not for use in diagnostic procedures.");
        ArrayNode datasets = root.putArray("datasets");
        for (FoldedDataset dataset : result.datasets()) {
            datasets.addObject()
                    .put("name", dataset.version().name())
                    .put("digest", dataset.version().digest().hex())
                    .put("split", dataset.planInWords())
                    .put("split_digest", dataset.split().digest());
        }
        root.put("network", result.request().architecture().title());
        root.put("seed", result.request().seed());
        ArrayNode directions = root.putArray("directions");
        result.directions().forEach(direction -> directions.add(node(direction)));
        ArrayNode cautions = root.putArray("cautions");
        result.cautions().forEach(cautions::add);
        root.put("program_version", result.programVersion());
        return Json.text(root);
    }

    private static ObjectNode node(DirectionFigures direction) {
        ObjectNode node = Json.object()
                .put("trained", direction.trained())
                .put("tested", direction.tested())
                .put("home_cells", direction.homeCells())
                .put("abroad_cells", direction.abroadCells())
                .put("intervals", direction.standardAbroad().clustering().words());
        ObjectNode classes = node.putObject("classes");
        for (ComparedClass compared : direction.classes()) {
            classes.putObject(compared.code())
                    .put("trained_cells", compared.trained())
                    .put("tested_cells", compared.tested())
                    .put("shared", compared.shared());
        }
        ObjectNode variants = node.putObject("variants");
        direction.variants().forEach(variant -> variants.set(variant.code(), node(variant)));
        node.set("confusion", confusion(direction.standardAbroad().confusion()));
        return node;
    }

    private static ObjectNode node(VariantFigures variant) {
        ObjectNode node = Json.object().put("title", variant.title()).put("explanation", variant.explanation());
        node.put("trained", variant.trained());
        put(node, "home", variant.home());
        put(node, "abroad", variant.abroad());
        put(node, "abroad_shared_only", variant.sharedOnly());
        variant.difference().ifPresent(e -> put(node, "less_standard_abroad", e));
        variant.sharedOnlyDifference().ifPresent(e -> put(node, "less_standard_abroad_shared_only", e));
        variant.rightAccepted().ifPresent(e -> put(node, "right_accepted_abroad", e));
        variant.oddness().ifPresent(e -> put(node, "oddness_roc_auc_abroad", e));
        return node;
    }

    private static void put(ObjectNode node, String name, Estimate estimate) {
        node.putObject(name)
                .put("value", Json.rounded(estimate.value()))
                .put("low", Json.rounded(estimate.low()))
                .put("high", Json.rounded(estimate.high()));
    }

    private static ObjectNode confusion(ConfusionMatrix confusion) {
        ObjectNode rows = Json.object();
        for (String truth : confusion.truths()) {
            if (confusion.support(truth) > 0) {
                ObjectNode row = rows.putObject(truth);
                for (String given : confusion.predictions()) {
                    if (confusion.count(truth, given) > 0) {
                        row.put(given, confusion.count(truth, given));
                    }
                }
            }
        }
        return rows;
    }
}
