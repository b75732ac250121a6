package org.medulla.vision.deidentification;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Walks through all directories of a TIFF structure, each once, and shows every entry to a visitor. Directories that point to
 * each other end the walk, and what points outside is damage and no error.
 */
final class TiffDirectoryWalk {
    private static final int MOST_DIRECTORIES = 64;
    private static final int ENTRY = 12;
    private static final int[] TYPE_SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

    /** What a directory describes. */
    enum Role {
        FIRST,
        FURTHER,
        CHILD,
        EXIF,
        POSITION,
        INTEROPERABILITY
    }

    /**
     * A directory.
     *
     * @param role what it describes
     * @param number counts the pages from 0; 0 for directories below a page
     * @param at its place
     */
    record Directory(Role role, int number, long at) {}

    /** Is shown what there is. */
    interface Visitor {
        void directory(Directory directory) throws DamagedException;

        void entry(Directory directory, Entry entry) throws DamagedException;

        void damaged(Directory directory, DamagedException e);
    }

    /**
     * An entry of a directory.
     *
     * @param tag its number
     * @param type of its values, 1 to 13
     * @param value the bytes of its values
     * @param little whether numbers have their low byte first
     * @param end the first byte behind its values, in the structure
     */
    record Entry(int tag, int type, Stretch value, boolean little, long end) {

        boolean isAscii() {
            return type == 2;
        }

        boolean isBytes() {
            return type == 1 || type == 7;
        }

        int count() {
            return value.length() / TYPE_SIZES[type];
        }

        /** A whole number of an entry of bytes, shorts or longs. */
        long number(int index) throws DamagedException {
            return switch (TYPE_SIZES[type]) {
                case 1 -> value.u8(index);
                case 2 -> value.u16(2L * index, little);
                default -> value.u32(4L * index, little);
            };
        }

        /** A fraction; NaN where it has no value. */
        double fraction(int index) throws DamagedException {
            if (TYPE_SIZES[type] != 8) {
                return Double.NaN;
            }
            return (double) value.u32(8L * index, little) / value.u32(8L * index + 4, little);
        }
    }

    private final Stretch bytes;
    private final boolean little;
    private final Deque<Directory> waiting = new ArrayDeque<>();
    private final Set<Long> seen = new HashSet<>();
    private long furthest = 8;

    TiffDirectoryWalk(Stretch bytes) throws DamagedException {
        this.bytes = bytes;
        int order = bytes.u16(0, false);
        if (order != 0x4949 && order != 0x4d4d) {
            throw new DamagedException("does not begin with a byte order");
        }
        this.little = order == 0x4949;
        int version = bytes.u16(2, little);
        if (version != 42) {
            throw new DamagedException(
                    version == 43 ? "is a BigTIFF, which is not looked into" : "is no TIFF structure");
        }
    }

    void walk(Visitor visitor) throws DamagedException {
        enter(new Directory(Role.FIRST, 0, bytes.u32(4, little)));
        while (!waiting.isEmpty()) {
            Directory directory = waiting.remove();
            try {
                read(directory, visitor);
            } catch (DamagedException e) {
                visitor.damaged(directory, e);
            }
        }
    }

    /** The first byte behind everything that was met; a visitor may know of more. */
    long furthest() {
        return furthest;
    }

    private void read(Directory directory, Visitor visitor) throws DamagedException {
        int count = bytes.u16(directory.at, little);
        long end = directory.at + 2 + (long) ENTRY * count;
        if (!bytes.has(directory.at + 2, (long) ENTRY * count)) {
            throw new DamagedException("states " + count + " entries, which do not fit into it");
        }
        furthest = Math.max(furthest, end + 4);
        visitor.directory(directory);
        for (long at = directory.at + 2; at < end; at += ENTRY) {
            try {
                Entry entry = entry(at);
                furthest = Math.max(furthest, entry.end);
                visitor.entry(directory, entry);
                follow(directory, entry);
            } catch (DamagedException e) {
                visitor.damaged(directory, e);
            }
        }
        boolean isPage = directory.role == Role.FIRST || directory.role == Role.FURTHER;
        if (isPage && bytes.has(end, 4) && bytes.u32(end, little) != 0) {
            enter(new Directory(Role.FURTHER, directory.number + 1, bytes.u32(end, little)));
        }
    }

    private Entry entry(long at) throws DamagedException {
        int tag = bytes.u16(at, little);
        int type = bytes.u16(at + 2, little);
        if (type < 1 || type >= TYPE_SIZES.length) {
            return new Entry(tag, 1, bytes.part(at + 8, 0), little, at + ENTRY);
        }
        long size = bytes.u32(at + 4, little) * TYPE_SIZES[type];
        long place = size <= 4 ? at + 8 : bytes.u32(at + 8, little);
        if (!bytes.has(place, size)) {
            throw new DamagedException("has a tag " + tag + " whose value lies outside");
        }
        return new Entry(tag, type, bytes.part(place, size), little, place + size);
    }

    private void follow(Directory directory, Entry entry) throws DamagedException {
        Role role = switch (entry.tag) {
            case TiffTags.EXIF -> Role.EXIF;
            case TiffTags.POSITION -> Role.POSITION;
            case TiffTags.INTEROPERABILITY -> Role.INTEROPERABILITY;
            case TiffTags.CHILDREN -> Role.CHILD;
            default -> directory.role;
        };
        if (role != directory.role && entry.count() > 0 && (entry.type == 4 || entry.type == 13)) {
            for (int i = 0; i < Math.min(entry.count(), MOST_DIRECTORIES); i++) {
                enter(new Directory(role, 0, entry.number(i)));
            }
        }
    }

    private void enter(Directory directory) {
        if (seen.size() < MOST_DIRECTORIES && seen.add(directory.at)) {
            waiting.add(directory);
        }
    }
}
