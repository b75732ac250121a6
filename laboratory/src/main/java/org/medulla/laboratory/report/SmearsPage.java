package org.medulla.laboratory.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;

/**
 * What the page of pseudo-smears shows.
 *
 * @param dataset the dataset
 * @param summary what was found, in a sentence
 * @param warning how to read it
 * @param rows the pseudo-smears
 * @param version which Medulla made the page
 */
public record SmearsPage(String dataset, String summary, String warning, List<Row> rows, String version) {
    public SmearsPage {
        rows = List.copyOf(rows);
    }

    /**
     * A pseudo-smear.
     *
     * @param number its number
     * @param cells how many cells it has
     * @param classes its commonest classes in words
     * @param sources its sources in words
     * @param pictures some of its cells as data URIs
     */
    public record Row(int number, String cells, String classes, String sources, List<String> pictures) {
        public Row {
            pictures = List.copyOf(pictures);
        }
    }

    /** The page as HTML. */
    public String html() {
        StringOutput output = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html).render("smears.jte", this, output);
        return output.toString();
    }
}
