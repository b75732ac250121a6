/**
 * The bytes of images, models and manifests, in a folder or in an S3 bucket, named by their SHA-256 and written so that a kill at
 * any moment leaves no half blob visible. Read {@link org.medulla.archive.blob.Blobs} first.
 */
@NullMarked
package org.medulla.archive.blob;

import org.jspecify.annotations.NullMarked;
