@NullMarked
package org.medulla.vision;

import org.jspecify.annotations.NullMarked;
