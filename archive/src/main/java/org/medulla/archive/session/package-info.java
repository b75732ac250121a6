/**
 * Reading sessions, in which several readers name the same cells without seeing one another's answers. Read {@link org.medulla.archive.session.Sessions} first.
 */
@NullMarked
package org.medulla.archive.session;

import org.jspecify.annotations.NullMarked;
