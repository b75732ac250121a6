/**
 * What a person sees in the terminal: progress on standard error, tables and machine-readable results on standard output.
 * Read {@link org.medulla.cli.console.Console} first.
 */
@NullMarked
package org.medulla.cli.console;

import org.jspecify.annotations.NullMarked;
