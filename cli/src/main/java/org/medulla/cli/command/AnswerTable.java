package org.medulla.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.medulla.laboratory.classification.Answer;
import org.medulla.laboratory.classification.AnswerWriter;

/** Answers as lines for a person, each as soon as it is known; the path stands last, since it has no fixed width.
 * A cell that is not accepted is unidentified. */
final class AnswerTable implements AnswerWriter {
    private final List<String> classes;
    private final Writer target;

    AnswerTable(List<String> classes, Writer target) {
        this.classes = List.copyOf(classes);
        this.target = target;
        print("class", "", "second", "", "accepted", "oddness", "set", "file");
    }

    @Override
    public void write(Answer answer) {
        switch (answer) {
            case Answer.Classified c ->
                print(
                        classes.get(c.best()),
                        percent(c.probabilities().get(c.best())),
                        classes.get(c.second()),
                        percent(c.probabilities().get(c.second())),
                        c.judgement().accepted() ? "yes" : "no",
                        String.format(Locale.ROOT, "%.2f", c.judgement().oddness()),
                        c.judgement().set().stream().map(classes::get).collect(Collectors.joining("|")),
                        c.path().toString());
            case Answer.Unreadable u -> print("-", "", "", "", "", "", "", u.path() + ": " + u.reason());
        }
    }

    @Override
    public void close() {
        try {
            target.write("For Research Use Only. Not for use in diagnostic procedures.\n");
            target.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print(
            String best,
            String bestShare,
            String second,
            String secondShare,
            String accepted,
            String oddness,
            String set,
            String file) {
        try {
            target.write(String.format(
                    Locale.ROOT,
                    "%-6s %6s  %-6s %6s  %-8s %7s  %-12s  %s%n",
                    best,
                    bestShare,
                    second,
                    secondShare,
                    accepted,
                    oddness,
                    set,
                    file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
