/**
 * Lays cells out in a plane so that those with similar embeddings lie near each other. Read {@link
 * org.medulla.laboratory.map.Umap} first.
 */
@NullMarked
package org.medulla.laboratory.map;

import org.jspecify.annotations.NullMarked;
