package org.medulla.archive.database;

import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.medulla.cytology.job.ErrorCode;
import org.medulla.cytology.job.MedullaException;
import org.sqlite.SQLiteErrorCode;

/** What a database error means for the person at the keyboard. */
final class SqlTrouble {
    private SqlTrouble() {}

    static MedullaException explain(Exception trouble, Path file) {
        int primary = primaryCode(trouble);
        if (primary == SQLiteErrorCode.SQLITE_FULL.code || primary == SQLiteErrorCode.SQLITE_IOERR.code) {
            return MedullaException.resources(
                    "The disk did not take what was to be written to " + file
                            + " (full, or failing): free space there, then run it again; nothing half-written stays.",
                    trouble);
        }
        if (primary == SQLiteErrorCode.SQLITE_BUSY.code || primary == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return MedullaException.resources(
                    "Another program has been writing to " + file
                            + " for 30 seconds: wait for it to end, then run it again.",
                    trouble);
        }
        if (primary == SQLiteErrorCode.SQLITE_READONLY.code
                || primary == SQLiteErrorCode.SQLITE_CANTOPEN.code
                || primary == SQLiteErrorCode.SQLITE_PERM.code) {
            return MedullaException.resources(
                    "May not open or write " + file + ": check its permissions, or choose another --home.", trouble);
        }
        if (primary == SQLiteErrorCode.SQLITE_CORRUPT.code || primary == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return new MedullaException(
                    ErrorCode.DATA,
                    file + " is damaged or is no Medulla database: put it aside and import again, or restore a copy.",
                    trouble);
        }
        return new MedullaException(
                ErrorCode.INTERNAL, "The database " + file + " refused a statement: " + trouble.getMessage(), trouble);
    }

    private static int primaryCode(Exception trouble) {
        for (@Nullable Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql.getErrorCode() & 0xff;
            }
        }
        return -1;
    }
}
