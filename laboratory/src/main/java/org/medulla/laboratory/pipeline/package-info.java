/**
 * How a long list of files is worked through by all cores while the results come out in the order of the list. Read {@link
 * org.medulla.laboratory.pipeline.OrderedWork} first.
 */
@NullMarked
package org.medulla.laboratory.pipeline;

import org.jspecify.annotations.NullMarked;
