package org.medulla.vision.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Prints the measured figures of this package on real images: false alarms, damage found, decoding speed, hash distances.
 * Run by hand with the folder of the data sets: {@code java org.medulla.vision.image.DecodingFigures DATA}.
 */
final class DecodingFigures {
    private DecodingFigures() {}

    public static void main(String[] args) throws IOException {
        Path data = Path.of(args[0]);
        List<Path> good = Stream.of("marrow", "marrow-original", "blood", "bccd")
                .flatMap(set -> files(data.resolve(set)).stream())
                .toList();
        printRejections("known as corrupt", files(data.resolve("marrow-corrupt")));
        printRejections("good", good);
        List<Path> originals = files(data.resolve("marrow-original"));
        for (int quality : new int[] {10, 20, 30, 50, 75}) {
            printLowQuality(originals, quality);
        }
        List<byte[]> sample = good.stream()
                .filter(file -> Math.floorMod(file.getFileName().toString().hashCode(), 25) == 0)
                .map(DecodingFigures::bytes)
                .toList();
        for (Damage damage : Damage.values()) {
            printDamage(damage, sample);
            printDamage(damage, originals.stream().map(DecodingFigures::bytes).toList());
        }
        printHashes(data);
        printSpeed(originals.stream().map(DecodingFigures::bytes).toList(), "originals, 40 KB");
        printSpeed(sample, "re-encoded, 15 KB");
    }

    /** A way in which stored bytes go wrong. */
    private enum Damage {
        ONE_BIT,
        ONE_BYTE,
        SIXTEEN_BYTES_OF_NOISE,
        SIXTY_FOUR_ZEROS,
        FOUR_KILOBYTES_OF_ZEROS,
        SIXTEEN_BYTES_LOST,
        CUT
    }

    private static byte[] damaged(byte[] file, Damage damage, SplittableRandom random) {
        byte[] copy = file.clone();
        int first = 700;
        int at = random.nextInt(first, file.length - 300);
        switch (damage) {
            case ONE_BIT -> copy[at] ^= (byte) (1 << random.nextInt(8));
            case ONE_BYTE -> copy[at] = (byte) (copy[at] + random.nextInt(1, 256));
            case SIXTEEN_BYTES_OF_NOISE -> {
                for (int i = 0; i < 16; i++) {
                    copy[at + i] = (byte) random.nextInt(256);
                }
            }
            case SIXTY_FOUR_ZEROS -> Arrays.fill(copy, at, at + 64, (byte) 0);
            case FOUR_KILOBYTES_OF_ZEROS -> Arrays.fill(copy, at, Math.min(at + 4096, copy.length - 2), (byte) 0);
            case SIXTEEN_BYTES_LOST -> {
                System.arraycopy(file, at + 16, copy, at, file.length - at - 16);
                copy = Arrays.copyOf(copy, copy.length - 16);
            }
            case CUT -> copy = Arrays.copyOf(copy, at);
        }
        return copy;
    }

    private static void printDamage(Damage damage, List<byte[]> files) {
        SplittableRandom random = new SplittableRandom(7);
        int seen = 0;
        int found = 0;
        int plain = 0;
        int plainFound = 0;
        for (byte[] file : files) {
            if (!(ImageDecoder.decode(file) instanceof Decoded.Image sound)) {
                continue;
            }
            Decoded result = ImageDecoder.decode(damaged(file, damage, random));
            seen++;
            if (result instanceof Decoded.Image image) {
                if (difference(sound.pixels(), image.pixels()) > 2) {
                    plain++;
                }
            } else {
                found++;
                plainFound++;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "damage %-24s found %d of %d (%.1f %%); of those found or changed by more than 2 levels on average %.1f %%%n",
                damage,
                found,
                seen,
                100.0 * found / seen,
                100.0 * plainFound / Math.max(1, plain + plainFound));
    }

    private static double difference(RgbImage one, RgbImage other) {
        long sum = 0;
        int count = one.width() * one.height() * 3;
        for (int i = 0; i < count; i++) {
            sum += Math.abs(one.value(i) - other.value(i));
        }
        return (double) sum / count;
    }

    private static void printRejections(String name, List<Path> files) {
        Map<RejectionReason, Integer> reasons = new EnumMap<>(RejectionReason.class);
        for (Path file : files) {
            if (ImageDecoder.decode(bytes(file)) instanceof Decoded.Rejected rejected) {
                reasons.merge(rejected.kind(), 1, Integer::sum);
                System.out.println("  " + file.getFileName() + " " + rejected.words());
            }
        }
        System.out.println(name + ": " + files.size() + " files, refused " + reasons);
    }

    private static void printHashes(Path data) {
        Path originals = data.resolve("marrow-original");
        int[] same = new int[65];
        int[] other = new int[65];
        long last = 0;
        for (Path original : files(originals)) {
            Path copy = data.resolve("marrow").resolve(originals.relativize(original));
            if (Files.exists(copy)
                    && ImageDecoder.decode(bytes(original)) instanceof Decoded.Image one
                    && ImageDecoder.decode(bytes(copy)) instanceof Decoded.Image two) {
                long hash = PerceptualHash.of(one.pixels());
                same[PerceptualHash.distance(hash, PerceptualHash.of(two.pixels()))]++;
                other[PerceptualHash.distance(hash, last)]++;
                last = hash;
            }
        }
        System.out.println("fingerprint distance of copies: " + Arrays.toString(same));
        System.out.println("fingerprint distance of others: " + Arrays.toString(other));
    }

    private static void printLowQuality(List<Path> files, int quality) {
        int refused = 0;
        for (Path file : files) {
            if (ImageDecoder.decode(bytes(file)) instanceof Decoded.Image image
                    && ImageDecoder.decode(image.pixels().toJpeg(quality)) instanceof Decoded.Rejected) {
                refused++;
            }
        }
        System.out.println("good at JPEG quality " + quality + ": refused " + refused + " of " + files.size());
    }

    private static void printSpeed(List<byte[]> files, String name) {
        for (int round = 0; round < 4; round++) {
            long start = cpu();
            int count = 0;
            while (cpu() - start < 3_000_000_000L) {
                if (ImageDecoder.decode(files.get(count++ % files.size())) instanceof Decoded.Rejected rejected) {
                    throw new IllegalStateException(rejected.words());
                }
            }
            System.out.printf(
                    Locale.ROOT, "%s: %.0f images per second of processor time%n", name, count * 1e9 / (cpu() - start));
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".jpg")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
