package org.medulla.laboratory.report;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.Locale;

/** Builds one SVG picture as text; every text that comes from outside is escaped here. */
final class Svg {
    private final StringBuilder text = new StringBuilder();

    Svg(double width, double height, String description) {
        append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" width=\"%s\" height=\"%s\" role=\"img\" aria-label=\"%s\">",
                number(width), number(height), number(width), number(height), escape(description));
    }

    Svg rectangle(double x, double y, double width, double height, String style, String tooltip) {
        append(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" style=\"%s\"><title>%s</title></rect>",
                number(x), number(y), number(width), number(height), style, escape(tooltip));
        return this;
    }

    Svg rectangle(double x, double y, double width, double height, String style) {
        append(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" style=\"%s\"/>",
                number(x), number(y), number(width), number(height), style);
        return this;
    }

    Svg line(double x1, double y1, double x2, double y2, String style) {
        append(
                "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" style=\"%s\"/>",
                number(x1), number(y1), number(x2), number(y2), style);
        return this;
    }

    Svg circle(double x, double y, double radius, String style, String tooltip) {
        append(
                "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" style=\"%s\"><title>%s</title></circle>",
                number(x), number(y), number(radius), style, escape(tooltip));
        return this;
    }

    Svg text(double x, double y, String anchor, String style, String words) {
        append(
                "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" style=\"%s\">%s</text>",
                number(x), number(y), anchor, style, escape(words));
        return this;
    }

    /** A text turned a quarter to the left about its own anchor. */
    Svg turnedText(double x, double y, String anchor, String style, String words) {
        append(
                "<text transform=\"translate(%s %s) rotate(-90)\" text-anchor=\"%s\" style=\"%s\">%s</text>",
                number(x), number(y), anchor, style, escape(words));
        return this;
    }

    String finish() {
        return text.append("</svg>").toString();
    }

    @FormatMethod
    private void append(@FormatString String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments));
    }

    private static String number(double value) {
        double rounded = Math.round(value * 100) / 100.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    private static String escape(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
