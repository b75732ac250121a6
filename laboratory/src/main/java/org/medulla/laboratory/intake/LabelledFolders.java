package org.medulla.laboratory.intake;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.medulla.archive.layout.Layout;
import org.medulla.archive.layout.Layouts;
import org.medulla.cytology.nomenclature.CellClass;
import org.medulla.cytology.nomenclature.ClassMap;
import org.medulla.cytology.nomenclature.Nomenclature;

/** The layouts of labelled images, in the words of a nomenclature. */
public final class LabelledFolders {
    private final Layouts layouts;

    /** Understands the classes of a nomenclature and those of the peripheral-blood collection. */
    public LabelledFolders(Nomenclature nomenclature) {
        Map<String, String> names = new LinkedHashMap<>();
        for (CellClass one : nomenclature.classes()) {
            names.put(one.code(), one.name());
        }
        ClassMap blood = ClassMap.pbc();
        layouts = new Layouts(names, blood::toCode);
    }

    /**
     * The layout of a folder or list.
     *
     * @param name "auto" to find out, or "published", "pbc", "folders", "manifest"
     */
    public Layout layout(String name, Path root) {
        return layouts.named(name, root);
    }

    /** A tree whose folders a mapping file translates into classes. */
    public Layout mapped(Path root, Path mapping) {
        return layouts.folders(root, mapping);
    }

    /** What a source is called where nobody says: the name of its folder. */
    public static String sourceName(Layout layout) {
        Path root = layout.root();
        Path folder = layout.name().equals("manifest") ? root.getParent() : root;
        Path name = folder == null ? null : folder.getFileName();
        return name == null ? "images" : name.toString();
    }
}
