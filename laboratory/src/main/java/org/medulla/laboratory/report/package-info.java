/**
 * What a person reads at the end: one self-contained HTML file per report, with its charts as SVG inside. Read {@link
 * org.medulla.laboratory.report.EvaluationReport} first.
 */
@NullMarked
package org.medulla.laboratory.report;

import org.jspecify.annotations.NullMarked;
