package org.medulla.laboratory.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;

/**
 * What the page of near-duplicates shows.
 *
 * @param title what was looked through
 * @param summary what was found, in a sentence
 * @param rule what counted as a near-duplicate
 * @param advice what to do about it
 * @param rows the pairs
 * @param version which Medulla made the page
 */
public record DuplicatesPage(String title, String summary, String rule, String advice, List<Row> rows, String version) {
    public DuplicatesPage {
        rows = List.copyOf(rows);
    }

    /**
     * A pair.
     *
     * @param one the one cell
     * @param other the other
     * @param similarity the cosine of their embeddings
     * @param bits the differing bits of their fingerprints
     * @param contradictory whether they bear different classes
     * @param leaking whether they stand in different folds
     */
    public record Row(Side one, Side other, String similarity, String bits, boolean contradictory, boolean leaking) {}

    /**
     * A cell of a pair.
     *
     * @param picture a data URI
     * @param cell its number
     * @param classCode its class
     * @param fold its fold in words, or nothing
     * @param source where it is from
     * @param file the name of its file
     */
    public record Side(String picture, long cell, String classCode, String fold, String source, String file) {}

    /** The page as HTML. */
    public String html() {
        StringOutput output = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html).render("duplicates.jte", this, output);
        return output.toString();
    }
}
