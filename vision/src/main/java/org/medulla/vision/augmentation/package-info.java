/**
 * Changes to a picture that leave its class alone: where the cell lies, how it is turned, how it was stained and lit. Read
 * {@link org.medulla.vision.augmentation.Augmentation} first.
 */
@NullMarked
package org.medulla.vision.augmentation;

import org.jspecify.annotations.NullMarked;
