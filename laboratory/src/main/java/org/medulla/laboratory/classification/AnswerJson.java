package org.medulla.laboratory.classification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.medulla.laboratory.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers as one JSON document: {@code model}, {@code notice}, and {@code files}, an array that grows as answers come, each with
 * {@code path} and either {@code class}, {@code probability}, {@code second}, {@code second_probability},
 * {@code accepted} (true or false), {@code set} (an array of codes), {@code oddness} and {@code probabilities} by class, or {@code error}.
 */
public final class AnswerJson implements AnswerWriter {
    private final List<String> classes;
    private final Appendable target;
    private boolean first = true;

    /**
     * Writes the beginning. The target is not closed.
     *
     * @param model the model's name and digest, to stand at the head
     */
    public AnswerJson(List<String> classes, ObjectNode model, Appendable target) {
        this.classes = List.copyOf(classes);
        this.target = target;
        append("{\n  \"notice\" : \"For Research Use Only. Not for use in diagnostic procedures.\",\n  \"model\" : ");
        append(indented(model).strip());
        append(",\n  \"files\" : [");
    }

    @Override
    public void write(Answer answer) {
        ObjectNode node = Json.object().put("path", answer.path().toString());
        switch (answer) {
            case Answer.Classified classified -> {
                node.put("class", classes.get(classified.best()));
                node.put("probability", Json.rounded(classified.probabilities().get(classified.best())));
                node.put("second", classes.get(classified.second()));
                node.put(
                        "second_probability",
                        Json.rounded(classified.probabilities().get(classified.second())));
                node.put("accepted", classified.judgement().accepted());
                ArrayNode set = node.putArray("set");
                classified.judgement().set().forEach(label -> set.add(classes.get(label)));
                node.put("oddness", Json.rounded(classified.judgement().oddness()));
                ObjectNode all = node.putObject("probabilities");
                for (int i = 0; i < classes.size(); i++) {
                    all.put(
                            classes.get(i),
                            Json.rounded(classified.probabilities().get(i)));
                }
            }
            case Answer.Unreadable unreadable -> node.put("error", unreadable.reason());
        }
        append(first ? "\n" : ",\n");
        append(indented(node));
        first = false;
    }

    @Override
    public void close() {
        append(first ? "]\n}\n" : "\n  ]\n}\n");
    }

    private static String indented(ObjectNode node) {
        return Json.text(node).strip().indent(4).stripTrailing();
    }

    private void append(String text) {
        try {
            target.append(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
