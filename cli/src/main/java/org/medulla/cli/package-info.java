@NullMarked
package org.medulla.cli;

import org.jspecify.annotations.NullMarked;
