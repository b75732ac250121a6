package org.medulla.vision.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/**
 * The one form of zip archive that a model file has: given entries in a given order, stored without compression, all dated 1
 * January 1980, nothing between or behind them (PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16). Every zip program
 * reads it; because the form leaves no choice, reading checks every byte, an entry can be mapped into memory where it lies, and
 * there is nothing to unpack that could swell.
 */
final class StoredZip {
    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int CENTRAL_HEADER = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int LOCAL_HEADER_BYTES = 30;
    private static final int CENTRAL_HEADER_BYTES = 46;
    private static final int END_BYTES = 22;
    private static final int CHECK_SUM_OFFSET = 14;
    private static final int SIZE_OFFSET = 18;
    private static final short NEEDED_VERSION = 10;
    private static final short FIRST_DAY = 1 << 5 | 1;

    /** What the headers say about an entry. */
    record Entry(String name, int checkSum, int size) {}

    private StoredZip() {}

    /** The header before an entry's content. */
    static byte[] localHeader(Entry entry) {
        byte[] name = entry.name().getBytes(StandardCharsets.US_ASCII);
        return buffer(LOCAL_HEADER_BYTES + name.length)
                .putInt(LOCAL_HEADER)
                .put(common(entry, name))
                .put(name)
                .array();
    }

    /** What follows the last entry's content: the directory of all entries and its end. */
    static byte[] directory(List<Entry> entries) {
        int names = entries.stream().mapToInt(e -> e.name().length()).sum();
        int length = entries.size() * CENTRAL_HEADER_BYTES + names;
        byte[] bytes = new byte[length + END_BYTES];
        ByteBuffer directory = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int offset = 0;
        for (Entry entry : entries) {
            byte[] name = entry.name().getBytes(StandardCharsets.US_ASCII);
            directory.putInt(CENTRAL_HEADER).putShort(NEEDED_VERSION).put(common(entry, name));
            // No comment, disk 0, no attributes.
            directory
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putInt(0);
            directory.putInt(offset).put(name);
            offset += LOCAL_HEADER_BYTES + name.length + entry.size();
        }
        short count = (short) entries.size();
        directory.putInt(END).putInt(0).putShort(count).putShort(count);
        directory.putInt(length).putInt(offset).putShort((short) 0);
        return bytes;
    }

    /** The 26 bytes that the two kinds of header share. */
    private static byte[] common(Entry entry, byte[] name) {
        return buffer(26)
                .putShort(NEEDED_VERSION)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(FIRST_DAY)
                .putInt(entry.checkSum())
                .putInt(entry.size())
                .putInt(entry.size())
                .putShort((short) name.length)
                .putShort((short) 0)
                .array();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The contents of an archive that has exactly these entries, by name, as parts of the same memory.
     *
     * @throws ZipException with the reason, as a clause, when the archive has any other form or a check sum is wrong
     */
    static Map<String, ByteBuffer> read(ByteBuffer archive, List<String> names) throws ZipException {
        ByteBuffer file = archive.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        if (file.limit() < END_BYTES || file.getInt(0) != LOCAL_HEADER) {
            throw new ZipException("it is no zip archive");
        }
        Map<String, ByteBuffer> contents = new LinkedHashMap<>();
        List<Entry> entries = new ArrayList<>();
        int at = 0;
        for (String name : names) {
            int start = at + LOCAL_HEADER_BYTES + name.length();
            if (start > file.limit()) {
                throw new ZipException("it ends before its entry " + name);
            }
            Entry entry = new Entry(name, file.getInt(at + CHECK_SUM_OFFSET), file.getInt(at + SIZE_OFFSET));
            expect(file, at, localHeader(entry), "where the entry " + name + " should begin, it has something else");
            if (entry.size() < 0 || entry.size() > file.limit() - start) {
                throw new ZipException("it ends within its entry " + name);
            }
            ByteBuffer content = file.slice(start, entry.size());
            if (checkSum(content.duplicate()) != entry.checkSum()) {
                throw new ZipException("its entry " + name + " has a wrong check sum");
            }
            entries.add(entry);
            contents.put(name, content);
            at = start + entry.size();
        }
        byte[] directory = directory(entries);
        if (file.limit() - at != directory.length) {
            throw new ZipException("its directory is incomplete or lists other entries");
        }
        expect(file, at, directory, "its directory disagrees with its entries");
        return contents;
    }

    private static void expect(ByteBuffer file, int at, byte[] expected, String otherwise) throws ZipException {
        if (!file.slice(at, expected.length).equals(ByteBuffer.wrap(expected))) {
            throw new ZipException(otherwise);
        }
    }

    private static int checkSum(ByteBuffer content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        return (int) sum.getValue();
    }
}
