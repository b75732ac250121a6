package org.medulla.laboratory.experiment;

import java.nio.file.Path;
import java.util.List;
import org.medulla.laboratory.dataset.FoldedDataset;
import org.medulla.laboratory.report.DirectionFigures;

/**
 * What a study of two laboratories came to.
 *
 * @param request what was asked for
 * @param datasets both, in the order of the request
 * @param directions there and back
 * @param cautions sentences that a reader of the figures must know
 * @param folder where the models and answers are
 * @param programVersion which Medulla computed it
 */
public record GeneraliseResult(
        GeneraliseRequest request,
        List<FoldedDataset> datasets,
        List<DirectionFigures> directions,
        List<String> cautions,
        Path folder,
        String programVersion) {
    public GeneraliseResult {
        datasets = List.copyOf(datasets);
        directions = List.copyOf(directions);
        cautions = List.copyOf(cautions);
    }
}
