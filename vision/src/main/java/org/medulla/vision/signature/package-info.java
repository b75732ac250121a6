/**
 * What a picture tells of the smear that it was taken from, whatever cell it shows: background, stain and scanner. Read
 * {@link org.medulla.vision.signature.SmearSignature} first.
 */
@NullMarked
package org.medulla.vision.signature;

import org.jspecify.annotations.NullMarked;
