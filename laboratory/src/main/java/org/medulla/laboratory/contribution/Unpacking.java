package org.medulla.laboratory.contribution;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;

/**
 * Copies the files of a folder, zip, tar or tar.gz into a folder and nowhere else. A path that leads out, a link, two files of one
 * name, and more than the {@link UnpackLimits} refuse the whole contribution; archives within are files like others. What systems
 * leave behind (names that begin with a dot, {@code __MACOSX}) is left out.
 */
final class Unpacking {
    private static final int BUFFER = 1 << 16;
    private static final int TAR_MAGIC = 257;

    private final Path origin;
    private final Path into;
    private final UnpackLimits limits;
    private final Progress.Stage stage;
    private long files;
    private long bytes;
    private long most = Long.MAX_VALUE;

    private Unpacking(Path origin, Path into, UnpackLimits limits, Progress.Stage stage) {
        this.origin = origin;
        this.into = into;
        this.limits = limits;
        this.stage = stage;
    }

    /**
     * Copies what was sent.
     *
     * @param origin the folder or archive
     * @param into a folder that is not there yet
     * @throws MedullaException USER when there is nothing or no archive that is read, DATA when it is damaged or hostile, RESOURCES
     *     when the disk is full
     */
    static void unpack(Path origin, Path into, UnpackLimits limits, Progress progress) {
        if (!Files.exists(origin)) {
            throw MedullaException.user("There is nothing at " + origin + ": check the path.");
        }
        try (Progress.Stage stage = progress.stage("Unpacking", 0)) {
            Files.createDirectories(into);
            Unpacking unpacking = new Unpacking(origin, into, limits, stage);
            if (Files.isDirectory(origin)) {
                unpacking.folder();
            } else {
                unpacking.archive();
            }
        } catch (FileSystemException e) {
            throw MedullaException.resources(
                    "The files of " + origin + " could not be written (" + e.getMessage()
                            + "): free space or check permissions, then run it again.",
                    e);
        } catch (EOFException e) {
            throw MedullaException.data(origin + " ends early: ask the laboratory to send it again.");
        } catch (IOException e) {
            throw MedullaException.data(
                    origin + " cannot be unpacked (" + e.getMessage() + "): ask the laboratory to send it again.");
        }
    }

    private void folder() throws IOException {
        most = limits.bytes();
        List<Path> all;
        try (Stream<Path> walk = Files.walk(origin)) {
            all = walk.sorted().toList();
        }
        for (Path file : all) {
            String name = origin.relativize(file).toString().replace('\\', '/');
            if (Files.isSymbolicLink(file)) {
                throw link(name);
            }
            if (Files.isRegularFile(file)) {
                try (InputStream in = Files.newInputStream(file)) {
                    write(name, in);
                }
            }
        }
    }

    private void archive() throws IOException {
        long length = Files.size(origin);
        most = limits.isTooMuch(limits.bytes(), length)
                ? Math.max(limits.free(), limits.ratio() * length)
                : limits.bytes();
        byte[] head;
        try (InputStream in = Files.newInputStream(origin)) {
            head = in.readNBytes(TAR_MAGIC + 5);
        }
        if (startsWith(head, 0, "PK")) {
            zip();
        } else if (head.length > 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b) {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(origin), BUFFER)) {
                tar(in);
            }
        } else if (startsWith(head, TAR_MAGIC, "ustar")) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(origin), BUFFER)) {
                tar(in);
            }
        } else {
            throw MedullaException.user(
                    origin + " is neither a folder nor a zip, tar or tar.gz: unpack it, and give the folder.");
        }
    }

    private static boolean startsWith(byte[] bytes, int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (at + i >= bytes.length || bytes[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void zip() throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(origin).get()) {
            for (Enumeration<ZipArchiveEntry> entries = zip.getEntries(); entries.hasMoreElements(); ) {
                ZipArchiveEntry entry = entries.nextElement();
                if (entry.isUnixSymlink()) {
                    throw link(entry.getName());
                }
                if (entry.getGeneralPurposeBit().usesEncryption()) {
                    throw MedullaException.data(
                            origin + " is locked by a password: unpack it yourself, and give the folder.");
                }
                if (!entry.isDirectory()) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        write(entry.getName(), in);
                    }
                }
            }
        } catch (ZipException e) {
            throw MedullaException.data(origin + " is no zip that can be read (" + e.getMessage()
                    + "): ask the laboratory to send it again.");
        }
    }

    private void tar(InputStream in) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(in)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isSymbolicLink() || entry.isLink()) {
                    throw link(entry.getName());
                }
                if (entry.isFile()) {
                    write(entry.getName(), tar);
                }
            }
        }
    }

    private void write(String name, InputStream in) throws IOException {
        String path = name.replace('\\', '/');
        Path target = target(path);
        if (isLeftBehind(path)) {
            return;
        }
        if (++files > limits.files()) {
            throw tooMuch(String.format(Locale.ROOT, "more than %,d files", limits.files()));
        }
        Files.createDirectories(target.getParent());
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(target, StandardOpenOption.CREATE_NEW), BUFFER)) {
            copy(path, in, out);
        } catch (FileAlreadyExistsException e) {
            throw MedullaException.data(origin + " holds \"" + path
                    + "\" twice, and only one can be right: ask the laboratory which, and have it sent again.");
        }
        stage.advance(1);
    }

    private void copy(String path, InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long length = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            length += read;
            bytes += read;
            if (length > limits.bytesPerFile()) {
                throw tooMuch("a file larger than any picture of a cell, \"" + path + "\"");
            }
            if (bytes > most) {
                throw tooMuch(String.format(
                        Locale.ROOT, "more than %,d MB, as archives do that are made to fill a disk", most >> 20));
            }
            out.write(buffer, 0, read);
        }
    }

    /** Where a file goes: below the folder, whatever its path says. */
    private Path target(String path) {
        boolean leadsOut = path.startsWith("/")
                || path.matches("[A-Za-z]:.*")
                || path.indexOf('\0') >= 0
                || List.of(path.split("/")).contains("..");
        try {
            Path target = into.resolve(path).normalize();
            if (!leadsOut && target.startsWith(into) && !target.equals(into)) {
                return target;
            }
        } catch (InvalidPathException e) {
            throw MedullaException.data(
                    origin + " holds a file whose name cannot be written here: have it named in plain letters.");
        }
        throw MedullaException.data(origin + " holds \"" + path
                + "\", whose path leads out of it: nothing was unpacked. Ask the laboratory who made this archive.");
    }

    private static boolean isLeftBehind(String path) {
        return Stream.of(path.split("/")).anyMatch(part -> part.startsWith(".") || part.equals("__MACOSX"));
    }

    private MedullaException link(String name) {
        return MedullaException.data(origin + " holds the link \"" + name
                + "\", and links are not followed: put the file itself in its place.");
    }

    private MedullaException tooMuch(String what) {
        return MedullaException.data(
                origin + " holds " + what
                        + ": nothing was kept. Unpack it yourself where that does no harm, and give the folder if it is sound.");
    }
}
