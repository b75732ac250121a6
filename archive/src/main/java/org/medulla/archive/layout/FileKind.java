package org.medulla.archive.layout;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** What a file is by its name. */
enum FileKind {
    /** An image in a format that Medulla decodes. */
    IMAGE,
    /** An image in a format that it does not decode. */
    FOREIGN_IMAGE,
    /** Something else: a list, a note, a thumbnail index. */
    OTHER;

    private static final Set<String> READ = Set.of("jpg", "jpeg", "png", "tif", "tiff", "bmp");
    private static final Set<String> FOREIGN =
            Set.of("gif", "webp", "heic", "heif", "avif", "jp2", "jxl", "svs", "ndpi", "mrxs", "dcm", "czi", "psd");

    static FileKind of(Path file) {
        String name = file.getFileName().toString();
        if (name.startsWith(".")) {
            return OTHER;
        }
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (READ.contains(extension)) {
            return IMAGE;
        }
        return FOREIGN.contains(extension) ? FOREIGN_IMAGE : OTHER;
    }
}
