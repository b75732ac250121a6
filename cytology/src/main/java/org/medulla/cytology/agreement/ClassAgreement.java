package org.medulla.cytology.agreement;

import java.util.Optional;
import org.medulla.cytology.evaluation.Estimate;

/**
 * How well readers agree about one class.
 *
 * @param classCode code of the class
 * @param readings how many readings gave it
 * @param agreement where one reader of a cell gives the class, the chance that another one does too: the specific agreement
 * @param kappa of this class against all others; empty where every reading gave it
 */
public record ClassAgreement(String classCode, long readings, Optional<Estimate> agreement, Optional<Estimate> kappa) {}
