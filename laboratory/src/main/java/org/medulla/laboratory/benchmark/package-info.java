/**
 * How fast the parts are on this machine, as ratios within one run. Read {@link
 * org.medulla.laboratory.benchmark.ImportBenchmark} first.
 */
@NullMarked
package org.medulla.laboratory.benchmark;

import org.jspecify.annotations.NullMarked;
