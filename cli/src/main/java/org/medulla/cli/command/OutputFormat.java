package org.medulla.cli.command;

/** How results are printed. */
enum OutputFormat {
    /** For a person. */
    TABLE,
    /** For a spreadsheet. */
    CSV,
    /** For a program. */
    JSON
}
