/**
 * Which cells were probably given a wrong class, as far as a classifier tells that did not learn from them, and how many of each
 * class these are: confident learning. Read {@link org.medulla.cytology.suspect.Suspects} first.
 */
@NullMarked
package org.medulla.cytology.suspect;

import org.jspecify.annotations.NullMarked;
