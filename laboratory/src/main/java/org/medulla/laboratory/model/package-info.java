/**
 * Finds the model that a person means and opens it. Read {@link org.medulla.laboratory.model.ModelShelf} first.
 */
@NullMarked
package org.medulla.laboratory.model;

import org.jspecify.annotations.NullMarked;
