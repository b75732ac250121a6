/**
 * Pixels as they come in and go out: files are decoded and checked, pictures are held as plain 8-bit RGB, hashed and written.
 * Read {@link org.medulla.vision.image.ImageDecoder} first, then {@link org.medulla.vision.image.RgbImage}.
 */
@NullMarked
package org.medulla.vision.image;

import org.jspecify.annotations.NullMarked;
