/**
 * Receives what other laboratories offer, looks through it, accepts it into the collection or sends it back. Read {@link
 * org.medulla.laboratory.contribution.Receiving} first, then {@link org.medulla.laboratory.contribution.Accepting}.
 */
@NullMarked
package org.medulla.laboratory.contribution;

import org.jspecify.annotations.NullMarked;
