/**
 * One class per command, each of which reads its options and calls one use case of the laboratory. Read {@link
 * org.medulla.cli.command.Command} first.
 */
@NullMarked
package org.medulla.cli.command;

import org.jspecify.annotations.NullMarked;
