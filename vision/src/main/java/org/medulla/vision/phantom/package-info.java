/**
 * Synthetic marrow cells, drawn from parameters: for trying the whole program without a patient's image, and for tests whose
 * truth is known to the pixel. Read {@link org.medulla.vision.phantom.Phantoms} first, then {@link
 * org.medulla.vision.phantom.PhantomArtist}.
 */
@NullMarked
package org.medulla.vision.phantom;

import org.jspecify.annotations.NullMarked;
