/**
 * The SQLite file of a home: its connections, its migrations, its errors in plain words, and the lock for jobs that must be
 * alone. Read {@link org.medulla.archive.database.Database} first.
 */
@NullMarked
package org.medulla.archive.database;

import org.jspecify.annotations.NullMarked;
