package org.medulla.vision.deidentification;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.medulla.vision.deidentification.TestFiles.ascii;
import static org.medulla.vision.deidentification.TestFiles.cameraExif;
import static org.medulla.vision.deidentification.TestFiles.chunk;
import static org.medulla.vision.deidentification.TestFiles.deflated;
import static org.medulla.vision.deidentification.TestFiles.exifSegment;
import static org.medulla.vision.deidentification.TestFiles.iptc;
import static org.medulla.vision.deidentification.TestFiles.join;
import static org.medulla.vision.deidentification.TestFiles.jpegWith;
import static org.medulla.vision.deidentification.TestFiles.photoshop;
import static org.medulla.vision.deidentification.TestFiles.pngWith;
import static org.medulla.vision.deidentification.TestFiles.segment;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DamagedFilesTest {
    private static final List<byte[]> FILES = List.of(
            jpegWith(
                    exifSegment(cameraExif()),
                    segment(0xe1, ascii("http://ns.adobe.com/xap/1.0/\0<a:b c:d='e'><dc:creator>x</dc:creator></a:b>")),
                    segment(0xed, ascii("Photoshop 3.0\0"), photoshop(0x0404, iptc(80, "Vogel"))),
                    segment(0xfe, ascii("12.03.1957"))),
            pngWith(
                    chunk("eXIf", cameraExif()),
                    chunk("zTXt", ascii("Comment\0\0"), deflated("words and words and words")),
                    chunk("iTXt", ascii("Title\0\0\0\0\0ward B"))),
            join(cameraExif(), ascii("behind")));

    @Property(tries = 300)
    void aFileThatWasCutOrChangedIsLookedThroughWithoutErrorAndWithoutEnd(
            @ForAll @IntRange(max = 2) int which, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] file = FILES.get(which).clone();
        int changes = random.nextInt(30);
        // Most changes go where the metadata are, before the pixels.
        int head = Math.min(file.length, 900);
        for (int i = 0; i < changes; i++) {
            file[random.nextInt(head)] = (byte) random.nextInt(256);
        }
        byte[] cut = random.nextBoolean() ? file : Arrays.copyOf(file, random.nextInt(file.length + 1));
        List<Finding> findings = assertTimeoutPreemptively(ofSeconds(20), () -> FileInspector.inspect(cut));
        assertThat(findings).allMatch(finding -> finding.excerpt().length() <= Finding.LONGEST);
        Copied copied = assertTimeoutPreemptively(ofSeconds(20), () -> CleanCopy.of(cut));
        if (copied instanceof Copied.Copy copy) {
            assertThat(FileInspectorTest.serious(copy.file().bytes()))
                    .as("what is left in the copy")
                    .isEmpty();
        }
    }

    @Property(tries = 100)
    void bytesOfChanceAreLookedThroughToo(@ForAll byte[] bytes) {
        assertThat(FileInspector.inspect(bytes)).isNotNull();
        assertThat(FileInspector.inspect(join(ascii("MM\0*"), bytes))).isNotNull();
        assertThat(FileInspector.inspect(jpegWith(exifSegment(join(ascii("II*\0"), bytes)))))
                .isNotNull();
        assertThat(CleanCopy.of(bytes)).isInstanceOf(Copied.Refused.class);
    }
}
