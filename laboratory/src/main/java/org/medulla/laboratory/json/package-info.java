/**
 * How results are written as JSON: two spaces of indent, numbers as they are, nothing that only Java understands. Read {@link
 * org.medulla.laboratory.json.Json} first.
 */
@NullMarked
package org.medulla.laboratory.json;

import org.jspecify.annotations.NullMarked;
