package org.medulla.vision.model;

import java.util.List;
import java.util.Optional;
import org.medulla.cytology.nomenclature.CellClass;
import org.medulla.cytology.nomenclature.Nomenclature;

/**
 * The nomenclature that a model's classes come from, where it is not the standard one, so that the file can be understood
 * without the archive that it was trained in.
 *
 * @param version its name there
 * @param classes all its classes in their order
 */
public record ModelNomenclature(String version, List<CellClass> classes) {
    public ModelNomenclature {
        classes = List.copyOf(classes);
    }

    /** What a model file says of a nomenclature; nothing of the standard one. */
    public static Optional<ModelNomenclature> of(Nomenclature nomenclature) {
        return nomenclature.version().equals(Nomenclature.standard().version())
                ? Optional.empty()
                : Optional.of(new ModelNomenclature(nomenclature.version(), nomenclature.classes()));
    }

    /** The nomenclature; how it came to be is not known here. */
    Nomenclature nomenclature() {
        return new Nomenclature(version, classes);
    }
}
