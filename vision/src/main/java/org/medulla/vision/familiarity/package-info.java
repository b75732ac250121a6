/**
 * How familiar a cell is to a model: from what the network gives for cells that it knows, a record that tells of any later cell how
 * odd it is, whether its answer is accepted, and which classes it may be. Read {@link
 * org.medulla.vision.familiarity.Familiarity} first.
 */
@NullMarked
package org.medulla.vision.familiarity;

import org.jspecify.annotations.NullMarked;
