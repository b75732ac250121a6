/**
 * The one door to SQL, to the SQLite file of a home or to a PostgreSQL server: connections, migrations, errors in plain words,
 * and the locks for jobs that must be alone. Read {@link org.medulla.archive.database.Database} first.
 */
@NullMarked
package org.medulla.archive.database;

import org.jspecify.annotations.NullMarked;
