/**
 * The models of an archive: their files as blobs, and what is told of each. Read {@link org.medulla.archive.model.Models}
 * first.
 */
@NullMarked
package org.medulla.archive.model;

import org.jspecify.annotations.NullMarked;
