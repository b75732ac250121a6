/**
 * How well readers agree: several readers' classes of the same cells become raw agreement, Cohen's or Fleiss' kappa, both also
 * weighted by how bad a disagreement is, and a table of who said what against whom. Read {@link
 * org.medulla.cytology.agreement.ReaderAgreement} first.
 */
@NullMarked
package org.medulla.cytology.agreement;

import org.jspecify.annotations.NullMarked;
