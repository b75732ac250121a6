/**
 * The command line of Medulla: main, the list of commands and what becomes of an error. Read {@link org.medulla.cli.Main}
 * first, then {@link org.medulla.cli.Commands}.
 */
@NullMarked
package org.medulla.cli;

import org.jspecify.annotations.NullMarked;
