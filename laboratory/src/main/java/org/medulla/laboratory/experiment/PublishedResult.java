package org.medulla.laboratory.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.medulla.laboratory.dataset.FoldedDataset;
import org.medulla.laboratory.report.MapPicture;
import org.medulla.laboratory.report.MethodFigures;
import org.medulla.laboratory.report.MethodPair;

/**
 * What a comparison came to.
 *
 * @param request what was asked for
 * @param dataset the dataset with its folds
 * @param methods how each method did, in the order of the request
 * @param pairs each two methods on the same cells
 * @param models the models of each method's folds by name, for provenance
 * @param map the held-out cells of one fold as one network sees them; none where no network was compared
 * @param cautions sentences that a reader of the figures must know
 * @param folder where the predictions are
 * @param programVersion which Medulla computed it
 */
public record PublishedResult(
        PublishedRequest request,
        FoldedDataset dataset,
        List<MethodFigures> methods,
        List<MethodPair> pairs,
        List<List<String>> models,
        Optional<MapPicture> map,
        List<String> cautions,
        Path folder,
        String programVersion) {
    public PublishedResult {
        methods = List.copyOf(methods);
        pairs = List.copyOf(pairs);
        models = models.stream().map(List::copyOf).toList();
        cautions = List.copyOf(cautions);
    }
}
