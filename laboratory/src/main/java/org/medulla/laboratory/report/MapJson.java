package org.medulla.laboratory.report;

import java.util.List;
import java.util.function.Function;
import org.medulla.cytology.nomenclature.CellClass;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.laboratory.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the script of the map reads: the classes and sources with their marks, and a row of values for each cell. */
final class MapJson {
    private MapJson() {}

    /** The JSON, safe inside a script element. */
    static String text(MapPicture map, Nomenclature nomenclature) {
        List<String> classes = nomenclature.codes().stream()
                .filter(code -> map.points().stream()
                        .anyMatch(point ->
                                point.truth().equals(code) || point.predicted().equals(code)))
                .toList();
        List<String> sources = map.points().stream()
                .map(MapPicture.Point::source)
                .distinct()
                .sorted()
                .toList();
        ObjectNode root = Json.object();
        root.put("columns", map.columns()).put("tile", map.tile());
        root.set(
                "classes",
                marks(
                        classes,
                        code -> nomenclature.find(code).map(CellClass::name).orElse("")));
        root.set("sources", marks(sources, _ -> ""));
        ArrayNode cells = root.putArray("cells");
        for (MapPicture.Point point : map.points()) {
            cells.addArray()
                    .add(rounded(point.x()))
                    .add(rounded(point.y()))
                    .add(classes.indexOf(point.truth()))
                    .add(classes.indexOf(point.predicted()))
                    .add(Math.round(100 * point.probability()))
                    .add(sources.indexOf(point.source()))
                    .add(point.file());
        }
        return Json.line(root).replace("<", "\\u003c");
    }

    /** Colours first, then the same colours with another shape. */
    private static ArrayNode marks(List<String> codes, Function<String, String> name) {
        ArrayNode marks = Json.array();
        for (String code : codes) {
            int number = codes.indexOf(code);
            marks.addObject()
                    .put("code", code)
                    .put("name", name.apply(code))
                    .put("colour", Palette.category(number))
                    .put("shape", number / Palette.categories());
        }
        return marks;
    }

    private static double rounded(double value) {
        return Math.rint(value * 1000) / 1000;
    }
}
