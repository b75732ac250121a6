/**
 * As much of Apache Parquet as tables of images need: flat columns and one level of groups, plain encoding, no compression (images
 * are compressed already). Read {@link org.medulla.laboratory.parquet.ParquetWriter} first.
 */
@NullMarked
package org.medulla.laboratory.parquet;

import org.jspecify.annotations.NullMarked;
