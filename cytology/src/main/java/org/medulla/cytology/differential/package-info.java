/**
 * The differential count of a smear and how far it may be trusted: shares with intervals, ratios, normal ranges, threshold
 * questions and the count corrected for the known confusions of a classifier. Read {@link
 * org.medulla.cytology.differential.Differential} first, then {@link org.medulla.cytology.differential.Correction}.
 */
@NullMarked
package org.medulla.cytology.differential;

import org.jspecify.annotations.NullMarked;
