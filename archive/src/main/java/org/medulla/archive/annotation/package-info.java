/**
 * Which class each reader gave a cell, and where readers or files contradict one another. Read {@link
 * org.medulla.archive.annotation.Annotations} first.
 */
@NullMarked
package org.medulla.archive.annotation;

import org.jspecify.annotations.NullMarked;
