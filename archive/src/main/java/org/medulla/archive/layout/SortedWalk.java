package org.medulla.archive.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.medulla.cytology.job.MedullaException;

/**
 * Every file under a folder, folder by folder in the order of names, holding one folder's list at a time and no open handles.
 * Folders that systems leave behind (names that begin with a dot, {@code __MACOSX}) and links back to a folder above are given
 * as they are, without what is in them.
 */
final class SortedWalk implements Iterator<Path> {
    private final Deque<Level> levels = new ArrayDeque<>();
    private @Nullable Path next;

    private SortedWalk(Path root) {
        levels.push(new Level(real(root), list(root).iterator()));
        advance();
    }

    static Stream<Path> of(Path root) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(new SortedWalk(root), Spliterator.ORDERED | Spliterator.NONNULL),
                false);
    }

    /** The files and folders in a folder, by name. */
    static List<Path> list(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted(Comparator.comparing(p -> p.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw MedullaException.resources(
                    "Could not list the folder " + folder + ": check that it can be read, then run it again.", e);
        }
    }

    static boolean isLeftBehind(Path folder) {
        String name = folder.getFileName().toString();
        return name.startsWith(".") || name.equals("__MACOSX");
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Path next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        Path file = next;
        advance();
        return file;
    }

    private void advance() {
        next = null;
        while (next == null && !levels.isEmpty()) {
            Iterator<Path> children = levels.element().children();
            if (!children.hasNext()) {
                levels.pop();
                continue;
            }
            Path child = children.next();
            if (!Files.isDirectory(child) || isLeftBehind(child) || isAbove(real(child))) {
                next = child;
            } else {
                levels.push(new Level(real(child), list(child).iterator()));
            }
        }
    }

    private boolean isAbove(Path folder) {
        return levels.stream().anyMatch(level -> level.folder().equals(folder));
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw MedullaException.resources("Could not follow " + folder + ": check that it can be read.", e);
        }
    }

    private record Level(Path folder, Iterator<Path> children) {}
}
