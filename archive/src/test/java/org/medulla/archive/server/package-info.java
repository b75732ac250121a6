/** The servers that tests start: a real PostgreSQL, and a small S3 over real HTTP. Read {@link org.medulla.archive.server.TestPostgres} first. */
@NullMarked
package org.medulla.archive.server;

import org.jspecify.annotations.NullMarked;
