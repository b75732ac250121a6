/**
 * What other laboratories offer to a collection, what was found in it, and what stewards decided. Read {@link
 * org.medulla.archive.contribution.Contributions} first.
 */
@NullMarked
package org.medulla.archive.contribution;

import org.jspecify.annotations.NullMarked;
