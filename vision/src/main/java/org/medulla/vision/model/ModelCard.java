package org.medulla.vision.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.medulla.cytology.abstention.AcceptanceLimit;
import org.medulla.cytology.evaluation.Estimate;
import org.medulla.cytology.nomenclature.CellClass;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.vision.familiarity.Familiarity;
import org.medulla.vision.familiarity.KnownSource;
import org.medulla.vision.preprocessing.Preprocessing;

/**
 * The model card in Markdown: what a model is for, what it was made from and what it cannot do, in the order that Mitchell M et
 * al. proposed (FAccT 2019, doi 10.1145/3287560.3287596).
 */
final class ModelCard {
    private ModelCard() {}

    /** The card; the same description always gives the same words. */
    static String print(ModelDescription model) {
        return String.join(
                "\n",
                title(model),
                data(model.provenance(), model.validation()),
                classes(model.nomenclature(), model.classes(), model.familiarity()),
                input(model.preprocessing()),
                heldOut(model),
                validation(model),
                calibration(model),
                use(),
                plan(model.provenance().plan()));
    }

    private static String title(ModelDescription model) {
        return """
                # Model card: %s, %d classes of bone-marrow cells

                **For Research Use Only. Not for use in diagnostic procedures.**

                Given the picture of one cell, the model states for each class that it knows the probability that a reader would
                have chosen it. The network is of the architecture `%s` with %s learned numbers.
                """.formatted(
                        model.network().architecture(),
                        model.classes().size(),
                        model.network().architecture(),
                        String.format(Locale.ROOT, "%,d", model.network().learnedParameters()));
    }

    private static String data(Provenance from, Validation validation) {
        String start = from.initialWeights()
                .map(w -> "`" + w.name() + "` (" + w.digest() + ")")
                .orElse("random");
        return """
                ## What it was made from

                | | |
                |---|---|
                | dataset version | %s (%s) |
                | split | %s (%s) |
                | folds learned from | %s |
                | folds kept out | %s |
                | pictures learned from | %d |
                | validation part | %d |
                | weights at the start | %s |
                | seed | %d |
                | made | %s with Medulla %s |
                """.formatted(
                        from.dataset().name(),
                        from.dataset().digest(),
                        from.split().name(),
                        from.split().digest(),
                        numbers(from.trainingFolds()),
                        numbers(from.reportedFolds()),
                        from.learnedPictures(),
                        validation.pictures(),
                        start,
                        from.seed(),
                        from.time(),
                        from.programVersion());
    }

    private static String numbers(List<Integer> folds) {
        return folds.isEmpty() ? "none" : folds.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String classes(Nomenclature nomenclature, List<String> classes, Optional<Familiarity> familiarity) {
        String abstention = familiarity
                .map(known -> abstention(known.acceptance().limit()))
                .orElse("There were too\nfew cells to find out how such a one looks to it.");
        String unknown = nomenclature.classes().stream()
                .filter(c -> !classes.contains(c.code()))
                .map(ModelCard::words)
                .collect(Collectors.joining(", "));
        return """
                ## What it knows

                Known: %s.

                Not known, of the nomenclature %s: %s.

                A cell of a class that is not known, and anything that is no cell, still gets one of the known ones. %s
                %s""".formatted(
                classes.stream()
                        .map(code ->
                                nomenclature.find(code).map(ModelCard::words).orElse(code))
                        .collect(Collectors.joining(", ")),
                nomenclature.version(),
                unknown.isEmpty() ? "none" : unknown,
                abstention,
                familiarity
                        .map(known -> origins(known.origins().sources(), classes))
                        .orElse(""));
    }

    /** Which classes come from where; nothing for a single source. */
    private static String origins(List<KnownSource> sources, List<String> classes) {
        return sources.isEmpty()
                ? ""
                : """

                It learned from several sources and recognises by its look which of them a picture comes from. The less
                of a class came from there, the less likely it is then held to be, up to a twentieth. Pictures of a laboratory that is strange to it
                may be of any class. Of the pictures learned from:

                | source | %s |
                |---|%s
                %s""".formatted(
                        String.join(" | ", classes),
                        "---|".repeat(classes.size()),
                        lines(
                                sources,
                                source -> "| " + source.name() + " | "
                                        + source.shares().stream()
                                                .map(share -> String.format(Locale.ROOT, "%.0f %%", 100 * share))
                                                .collect(Collectors.joining(" | "))
                                        + " |"));
    }

    private static String abstention(AcceptanceLimit limit) {
        return String.format(
                Locale.ROOT,
                "Its oddness says how\nlittle it is like what the model knows: up to %.3f an answer is accepted, which was so for"
                        + " %.1f %% of the\nvalidation part, where %.1f %% of the accepted answers were wrong.",
                limit.highest(),
                100 * limit.share(),
                100 * limit.error());
    }

    private static String words(CellClass cellClass) {
        return cellClass.code() + " (" + cellClass.name() + ")";
    }

    private static String input(Preprocessing p) {
        String field = p.targetMicronsPerPixel().isPresent()
                ? String.format(
                        Locale.ROOT,
                        "brought to %.4f microns per pixel where the scale of the picture is known, otherwise the middle"
                                + " %.0f %% of the shorter side",
                        p.targetMicronsPerPixel().getAsDouble(),
                        100 * p.cropShare())
                : String.format(Locale.ROOT, "the middle %.0f %% of the shorter side", 100 * p.cropShare());
        return """
                ## What it sees

                A square of %d x %d pixels: %s.%s
                """.formatted(
                        p.size(),
                        p.size(),
                        field,
                        p.views() == 1
                                ? ""
                                : " Where the first view of a cell leaves doubt, its answer is averaged over "
                                        + p.views() + " flips and quarter turns.");
    }

    private static String heldOut(ModelDescription model) {
        if (model.heldOut().isEmpty()) {
            return """
                    ## How well it does on other cells

                    Not measured: `medulla evaluate` tells, on cells that took no part in training.
                    """;
        }
        HeldOut heldOut = model.heldOut().get();
        String sources = heldOut.sources().isEmpty()
                ? ""
                : "\n| source | cells | balanced accuracy (95 %% interval) |\n|---|---|---|\n%s"
                        .formatted(lines(
                                heldOut.sources(),
                                of -> "| %s | %d | %s |"
                                        .formatted(of.source(), of.cells(), words(of.balancedAccuracy()))));
        return """
                ## How well it does on other cells

                %d cells of the fold%s %s (of %d folds), %s. Every figure with its 95 %% interval.

                | figure | value |
                |---|---|
                %s
                | class | cells | recall | precision |
                |---|---|---|---|
                %s%s
                Where the patients of the cells are not known, cells of one smear can stand on both sides of the split, which
                flatters every figure. Other laboratories' stains and scanners lower them.
                """.formatted(
                heldOut.cells(),
                heldOut.folds().size() == 1 ? "" : "s",
                numbers(heldOut.folds()),
                heldOut.allFolds(),
                model.provenance().reportedFolds().isEmpty()
                        ? "each named by a sibling of this model that had left the fold out"
                        : "which it had left out",
                lines(heldOut.figures(), figure -> "| %s | %s |".formatted(figure.name(), words(figure.estimate()))),
                lines(
                        heldOut.classes(),
                        of -> "| %s | %d | %s | %s |"
                                .formatted(
                                        of.code(),
                                        of.cells(),
                                        words(of.recall()),
                                        of.precision().map(ModelCard::words).orElse(""))),
                sources);
    }

    private static <T> String lines(List<T> rows, Function<T, String> line) {
        return rows.stream().map(line).map(words -> words + "\n").collect(Collectors.joining());
    }

    private static String words(Estimate estimate) {
        return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", estimate.value(), estimate.low(), estimate.high());
    }

    private static String validation(ModelDescription model) {
        String rows = model.validation().figures().entrySet().stream()
                .map(e -> String.format(Locale.ROOT, "| %s | %.4f |\n", e.getKey(), e.getValue()))
                .collect(Collectors.joining());
        return """
                ## How well it did on its validation part

                | on the validation part | |
                |---|---|
                %s
                | class | pictures of the validation part | named rightly |
                |---|---|---|
                %s
                These pictures chose the weights and the temperature, so the figures flatter the model. Those to quote come from
                `medulla evaluate` on cells that took no part in training, with their intervals.
                """.formatted(rows, recalls(model));
    }

    private static String recalls(ModelDescription model) {
        StringBuilder rows = new StringBuilder();
        for (int truth = 0; truth < model.classes().size(); truth++) {
            List<Long> row = model.validation().confusions().get(truth);
            long pictures = row.stream().mapToLong(Long::longValue).sum();
            String found =
                    pictures == 0 ? "" : String.format(Locale.ROOT, "%.1f %%", 100.0 * row.get(truth) / pictures);
            rows.append("| %s | %d | %s |\n".formatted(model.classes().get(truth), pictures, found));
        }
        return rows.toString();
    }

    private static String calibration(ModelDescription model) {
        return String.format(Locale.ROOT, """
                ## Calibration

                Logits are divided by %.4f (temperature scaling on the validation part), so that of the answers given with a
                probability of 80 %% about 80 %% are right, on pictures like those of the dataset. Other stains, scanners and mixes
                of classes move that.
                """, model.temperature());
    }

    private static String use() {
        return """
                ## Intended use

                Research and education on single-cell pictures from Romanowsky-stained smears like those of the dataset. A person
                who knows marrow morphology looks at the answers. Known limits: a classifier learns the habits of the readers who
                named its cells, of one stain and one scanner; it sees one cell at a time and no clinical context; rare classes
                have wide errors. It does not make a diagnosis and must not be used for one.
                """;
    }

    private static String plan(Map<String, String> plan) {
        String rows = plan.entrySet().stream()
                .map(e -> "| " + e.getKey() + " | " + e.getValue() + " |\n")
                .collect(Collectors.joining());
        return """
                ## Training plan

                | setting | value |
                |---|---|
                %s""".formatted(rows);
    }
}
