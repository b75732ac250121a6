@NullMarked
package org.medulla.archive;

import org.jspecify.annotations.NullMarked;
