package org.medulla.archive.layout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the layouts of folders share: they differ only in how a file's place and name tell its class. */
abstract class FolderTree implements Layout {
    private final String name;
    private final Path root;

    FolderTree(String name, Path root) {
        this.name = name;
        this.root = root.toAbsolutePath().normalize();
    }

    /** The class of an image, or why it has none. */
    abstract LayoutEntry classify(Path image);

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Path root() {
        return root;
    }

    @Override
    public final Stream<LayoutEntry> entries() {
        return SortedWalk.of(root).map(this::entry);
    }

    private LayoutEntry entry(Path file) {
        return switch (Files.isDirectory(file) ? FileKind.OTHER : FileKind.of(file)) {
            case IMAGE -> classify(file);
            case FOREIGN_IMAGE ->
                new SetAside(file, SetAside.UNSUPPORTED, "Medulla reads JPEG, PNG, TIFF and BMP: convert it first");
            case OTHER -> new LayoutEntry.Ignored(file);
        };
    }

    /** The folders that a file is in, from the nearest up to the root itself. */
    final List<Path> foldersOf(Path file) {
        List<Path> folders = new ArrayList<>();
        for (Path folder = file.getParent(); folder != null && folder.startsWith(root); folder = folder.getParent()) {
            folders.add(folder);
        }
        return folders;
    }

    /** A folder's own name; empty for the root of a file system. */
    static String nameOf(Path folder) {
        Path last = folder.getFileName();
        return last == null ? "" : last.toString();
    }

    /** What stands before the first underscore in a file's name: "BLA" of "BLA_00001.jpg"; the whole name without one. */
    static String prefixOf(Path file) {
        String fileName = nameOf(file);
        int underscore = fileName.indexOf('_');
        return underscore < 0 ? fileName : fileName.substring(0, underscore);
    }

    static SetAside disagreement(Path file, String named, String filed) {
        return new SetAside(
                file,
                SetAside.NAME_DISAGREES,
                "the file's name says " + named + ", its folder says " + filed
                        + ": rename it, or say which is right in a manifest");
    }
}
