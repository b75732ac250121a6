package org.medulla.laboratory.report;

import java.util.List;

/**
 * A contribution as the template prints it: every figure already in words.
 *
 * @param title whose it is
 * @param subtitle what it is
 * @param cards the figures that a steward sees first
 * @param bar how the pictures divide by what can become of them
 * @param classes the class words
 * @param kinds the kinds of findings
 * @param galleries pictures that were flagged, by what follows from it, the worst first
 * @param limits what the checks do not say
 * @param facts from whom and on what terms
 * @param version of the program
 */
public record ContributionPage(
        String title,
        String subtitle,
        List<EvaluationPage.Card> cards,
        List<Part> bar,
        List<ClassRow> classes,
        List<KindRow> kinds,
        List<Gallery> galleries,
        List<String> limits,
        List<EvaluationPage.Fact> facts,
        String version) {
    public ContributionPage {
        cards = List.copyOf(cards);
        bar = List.copyOf(bar);
        classes = List.copyOf(classes);
        kinds = List.copyOf(kinds);
        galleries = List.copyOf(galleries);
        limits = List.copyOf(limits);
        facts = List.copyOf(facts);
    }

    /** A part of the bar: its share in per cent, and the style class of what it stands for. */
    public record Part(String words, String count, String percent, String style) {}

    /** A class word with the class that it stands for; a dash where it stands for none. */
    public record ClassRow(String word, String code, String name, String pictures, boolean known) {}

    /** A kind of finding. */
    public record KindRow(String check, String kind, String pictures, String percent, String todo, String style) {}

    /** Pictures of which the same follows. */
    public record Gallery(String title, String todo, String style, String note, List<Picture> pictures) {
        public Gallery {
            pictures = List.copyOf(pictures);
        }
    }

    /**
     * A flagged picture.
     *
     * @param picture a data URI; empty where it cannot be shown
     * @param other the picture that it resembles, likewise
     * @param boxes where letters were found
     * @param number in the contribution
     * @param path where it lay in what was sent
     * @param words what was found, a line each
     * @param state what a steward decided of it; empty while nothing was
     */
    public record Picture(
            String picture,
            String other,
            List<Box> boxes,
            String number,
            String path,
            List<String> words,
            String state) {
        public Picture {
            boxes = List.copyOf(boxes);
            words = List.copyOf(words);
        }
    }

    /** A box in a picture, in per cent of its sides. */
    public record Box(String left, String top, String width, String height) {}
}
