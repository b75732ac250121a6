/**
 * A trained network with everything that belongs to it (classes, preprocessing, calibration, provenance, card) as one file whose
 * every byte is checked when it is read. Read {@link org.medulla.vision.model.ModelFile} first, then {@link
 * org.medulla.vision.model.ModelDescription}.
 */
@NullMarked
package org.medulla.vision.model;

import org.jspecify.annotations.NullMarked;
