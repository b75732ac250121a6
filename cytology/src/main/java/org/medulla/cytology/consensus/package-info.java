/**
 * How several readings of a cell become one class, or none: rules that count the readings alike, or each reader's by the skill that
 * the readings themselves show. Read {@link org.medulla.cytology.consensus.ConsensusRule} first.
 */
@NullMarked
package org.medulla.cytology.consensus;

import org.jspecify.annotations.NullMarked;
