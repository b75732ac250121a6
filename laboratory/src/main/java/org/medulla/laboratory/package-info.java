@NullMarked
package org.medulla.laboratory;

import org.jspecify.annotations.NullMarked;
