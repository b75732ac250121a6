package org.medulla.vision.deidentification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.medulla.vision.deidentification.TestFiles.JPEG;
import static org.medulla.vision.deidentification.TestFiles.PNG;
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

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.medulla.vision.image.JpegComment;
import org.medulla.vision.image.TestPictures;

class FileInspectorTest {
    private static final String XMP =
            "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:Description exif:GPSLatitude=\"48,8N\" photoshop:City=\"Ulm an der Donau\""
                    + " xmp:CreateDate=\"2021-03-17\" xmp:CreatorTool=\"Editor 3\"><dc:creator><rdf:Seq><rdf:li>Maria Huber</rdf:li></rdf:Seq>"
                    + "</dc:creator></rdf:Description></x:xmpmeta>";

    @Test
    void plainFilesHaveNothingToLookAt() {
        assertThat(serious(JPEG)).isEmpty();
        assertThat(serious(PNG)).isEmpty();
    }

    @Test
    void exifOfACameraGivesUpNamesDatesPositionAndThumbnail() {
        for (byte[] file :
                List.of(jpegWith(exifSegment(cameraExif())), pngWith(chunk("eXIf", cameraExif())), cameraExif())) {
            List<Finding> findings = FileInspector.inspect(file);
            assertThat(of(findings, FindingKind.NAME)).first().satisfies(name -> {
                assertThat(name.where()).endsWith("tag Artist");
                assertThat(name.excerpt()).isEqualTo("Anna Schmidt");
                assertThat(name.severity()).isEqualTo(Severity.IDENTIFYING);
            });
            assertThat(of(findings, FindingKind.POSITION))
                    .hasSize(4)
                    .allMatch(position -> position.severity() == Severity.IDENTIFYING)
                    .anyMatch(position -> position.excerpt().contains("48 degrees of latitude"));
            assertThat(of(findings, FindingKind.DATE))
                    .anyMatch(date -> date.where().endsWith("DateTimeOriginal"));
            assertThat(of(findings, FindingKind.DATE_OF_BIRTH))
                    .singleElement()
                    .extracting(Finding::excerpt)
                    .isEqualTo("12.03.1957");
            assertThat(of(findings, FindingKind.SOFTWARE))
                    .singleElement()
                    .extracting(Finding::severity)
                    .isEqualTo(Severity.HARMLESS);
            assertThat(findings)
                    .anyMatch(f -> f.kind() == FindingKind.THUMBNAIL || f.kind() == FindingKind.FURTHER_PICTURE);
        }
    }

    @Test
    void exifWithItsLowBytesFirstIsReadToo() {
        ByteBuffer exif = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        exif.put(ascii("II*\0"))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 315)
                .putShort((short) 2);
        exif.putInt(12).putInt(26).putInt(0).put(ascii("Jonas Weber\0"));
        assertThat(of(FileInspector.inspect(jpegWith(exifSegment(exif.array()))), FindingKind.NAME))
                .first()
                .extracting(Finding::excerpt)
                .isEqualTo("Jonas Weber");
    }

    @Test
    void wordsInWindowsTagsAndUserCommentsAreReadInTheirEncoding() {
        byte[] exif = new TestFiles.Tiff()
                .bytes(40093, "Dr. Meier".getBytes(StandardCharsets.UTF_16LE))
                .directory(
                        34665,
                        new TestFiles.Tiff()
                                .undefined(
                                        37510,
                                        join(ascii("UNICODE\0"), "Frau Huber".getBytes(StandardCharsets.UTF_16BE))))
                .toBytes(false);
        assertThat(FileInspector.inspect(jpegWith(exifSegment(exif))))
                .extracting(Finding::excerpt)
                .contains("Dr. Meier", "Frau Huber");
    }

    @Test
    void xmpGivesUpItsProperties() {
        for (byte[] file : List.of(
                jpegWith(segment(0xe1, ascii("http://ns.adobe.com/xap/1.0/\0"), ascii(XMP))),
                pngWith(chunk("iTXt", ascii("XML:com.adobe.xmp\0\0\0\0\0"), ascii(XMP))),
                pngWith(chunk("iTXt", ascii("XML:com.adobe.xmp\0\1\0\0\0"), deflated(XMP))),
                new TestFiles.Tiff().bytes(700, ascii(XMP)).toBytes(false))) {
            List<Finding> findings = FileInspector.inspect(file);
            assertThat(of(findings, FindingKind.NAME))
                    .anyMatch(name -> name.excerpt().equals("Maria Huber"));
            assertThat(of(findings, FindingKind.POSITION)).hasSize(1);
            assertThat(of(findings, FindingKind.DATE)).isNotEmpty();
            assertThat(of(findings, FindingKind.TEXT))
                    .anyMatch(text -> text.excerpt().equals("Ulm an der Donau"));
        }
    }

    @Test
    void photoshopAndIptcGiveUpWordsAndThumbnails() {
        byte[] records = join(iptc(80, "Petra Vogel"), iptc(55, "20210317"), iptc(120, "marrow of M. Vogel"));
        byte[] blocks = join(photoshop(0x0404, records), photoshop(0x040c, new byte[77]));
        for (byte[] file : List.of(
                jpegWith(segment(0xed, ascii("Photoshop 3.0\0"), blocks)),
                new TestFiles.Tiff().bytes(34377, blocks).toBytes(false))) {
            List<Finding> findings = FileInspector.inspect(file);
            assertThat(of(findings, FindingKind.NAME))
                    .anyMatch(name -> name.where().endsWith("By-line"));
            assertThat(of(findings, FindingKind.DATE))
                    .anyMatch(date -> date.excerpt().equals("20210317"));
            assertThat(of(findings, FindingKind.TEXT))
                    .anyMatch(text -> text.excerpt().equals("marrow of M. Vogel"));
            assertThat(of(findings, FindingKind.THUMBNAIL)).hasSize(1);
        }
    }

    @Test
    void commentsAreToBeLookedAtUnlessMedullaWroteThem() {
        byte[] byHand = JpegComment.add(JPEG, "case 4, ward B");
        assertThat(serious(byHand)).singleElement().extracting(Finding::kind).isEqualTo(FindingKind.TEXT);
        byte[] ofPhantom = JpegComment.add(
                JPEG,
                "synthetic: Medulla phantom BLA/BLA_00001.jpg, plan of 40 cells, 4 patients, seed 1, generator 1");
        assertThat(serious(ofPhantom)).isEmpty();
        byte[] named = JpegComment.add(JPEG, "Patient: Huber, Maria");
        assertThat(of(FileInspector.inspect(named), FindingKind.NAME)).hasSize(1);
    }

    @Test
    void segmentsOfNoKnownMeaningAreFound() {
        byte[] file = jpegWith(
                segment(0xe9, ascii("slide label 4711")), segment(0xea, new byte[] {1, 2, 3, (byte) 0x90, 0, 9}));
        assertThat(serious(file)).extracting(Finding::kind).containsExactly(FindingKind.TEXT, FindingKind.UNKNOWN_PART);
        assertThat(serious(file)).first().extracting(Finding::where).isEqualTo("JPEG segment APP9");
    }

    @Test
    void smallPicturesInJfifAndFurtherPicturesAreFound() {
        byte[] extension = segment(0xe0, ascii("JFXX\0"), new byte[] {0x10, 1, 2, 3});
        byte[] listed = segment(0xe2, ascii("MPF\0"), new byte[20]);
        assertThat(serious(jpegWith(extension, listed)))
                .extracting(Finding::kind)
                .containsExactly(FindingKind.THUMBNAIL, FindingKind.FURTHER_PICTURE);
        byte[] header = segment(0xe0, ascii("JFIF\0"), new byte[] {1, 1, 0, 0, 1, 0, 1, 1, 1, 9, 9, 9});
        byte[] file = join(new byte[] {(byte) 0xff, (byte) 0xd8}, header, TestFiles.part(JPEG, 20, JPEG.length));
        assertThat(serious(file)).singleElement().extracting(Finding::kind).isEqualTo(FindingKind.THUMBNAIL);
    }

    @Test
    void bytesBehindTheImageAreFound() {
        assertThat(serious(join(JPEG, ascii("Huber, Maria"))))
                .extracting(Finding::kind)
                .contains(FindingKind.TRAILING_BYTES);
        assertThat(serious(join(PNG, ascii("some words"))))
                .extracting(Finding::kind)
                .contains(FindingKind.TRAILING_BYTES);
        assertThat(serious(join(JPEG, JPEG))).extracting(Finding::kind).containsExactly(FindingKind.FURTHER_PICTURE);
        assertThat(serious(join(JPEG, new byte[100]))).isEmpty();
        byte[] tiff = new TestFiles.Tiff().number(256, 4).toBytes(false);
        assertThat(serious(join(tiff, ascii("0123456789 these words stand behind the picture"))))
                .extracting(Finding::kind)
                .contains(FindingKind.TRAILING_BYTES);
    }

    @Test
    void chunksOfWordsArePickedFromAPng() {
        byte[] file = pngWith(
                chunk("tEXt", ascii("Author\0Anna Schmidt")),
                chunk("zTXt", ascii("Comment\0\0"), deflated("born 01.02.1950")),
                chunk("iTXt", ascii("Title\0\0\0\0\0ward B")),
                chunk("tEXt", ascii("Software\0Editor 3")),
                chunk("tIME", new byte[] {7, (byte) 0xe5, 3, 17, 10, 0, 0}),
                chunk("acTL", new byte[8]),
                chunk("prVt", new byte[] {1, 0, (byte) 0xff}));
        assertThat(serious(file))
                .extracting(Finding::kind)
                .contains(
                        FindingKind.NAME,
                        FindingKind.DATE_OF_BIRTH,
                        FindingKind.TEXT,
                        FindingKind.DATE,
                        FindingKind.FURTHER_PICTURE,
                        FindingKind.UNKNOWN_PART);
        assertThat(FileInspector.inspect(file)).anyMatch(f -> f.kind() == FindingKind.SOFTWARE);
    }

    @Test
    void exifWrittenAsHexadecimalDigitsIsReadToo() {
        StringBuilder digits =
                new StringBuilder("\nexif\n").append(cameraExif().length + 6).append('\n');
        for (byte b : join(ascii("Exif\0\0"), cameraExif())) {
            digits.append(String.format(Locale.ROOT, "%02x", b));
        }
        byte[] file = pngWith(chunk("zTXt", ascii("Raw profile type exif\0\0"), deflated(digits.toString())));
        assertThat(of(FileInspector.inspect(file), FindingKind.POSITION)).isNotEmpty();
    }

    @Test
    void furtherPagesOfATiffAreFound() {
        byte[] file = new TestFiles.Tiff()
                .number(256, 4)
                .next(new TestFiles.Tiff().number(256, 2).ascii(270, "label 2021-03-17"))
                .toBytes(false);
        assertThat(of(FileInspector.inspect(file), FindingKind.FURTHER_PICTURE))
                .singleElement()
                .extracting(Finding::where)
                .isEqualTo("TIFF page 2");
        assertThat(of(FileInspector.inspect(file), FindingKind.DATE)).hasSize(1);
    }

    @Test
    void directoriesThatPointAtEachOtherEnd() {
        byte[] circle = new TestFiles.Tiff().number(256, 4).toBytes(false);
        ByteBuffer.wrap(circle).putInt(circle.length - 4, 8);
        assertThat(FileInspector.inspect(circle)).isEmpty();
        byte[] inside = new TestFiles.Tiff().number(34665, 8).toBytes(false);
        assertThat(FileInspector.inspect(jpegWith(exifSegment(inside)))).isNotEmpty();
    }

    @Test
    void whatIsCutOffIsAFindingAndNoError() {
        byte[] exif = cameraExif();
        for (byte[] file : List.of(
                TestFiles.part(JPEG, 0, JPEG.length / 2),
                TestFiles.part(PNG, 0, PNG.length / 2),
                jpegWith(exifSegment(TestFiles.part(exif, 0, 40))),
                pngWith(chunk("eXIf", ascii("nothing of the kind"))),
                pngWith(chunk("zTXt", ascii("Comment\0\0no flate"))),
                jpegWith(segment(
                        0xed, ascii("Photoshop 3.0\0"), photoshop(0x0404, TestFiles.part(iptc(80, "Vogel"), 0, 7)))))) {
            assertThat(serious(file)).isNotEmpty().anyMatch(f -> f.kind() == FindingKind.DAMAGED);
        }
    }

    @Test
    void aFileOfAnUnknownFormatIsToBeLookedAt() {
        assertThat(serious(new byte[0])).hasSize(1);
        assertThat(serious(ascii("GIF89a, which is not read here"))).hasSize(1);
    }

    @Test
    void aFileOfManyOdditiesGivesAShortList() {
        byte[][] comments = new byte[5000][];
        for (int i = 0; i < comments.length; i++) {
            comments[i] = segment(0xfe, ascii("remark " + i));
        }
        assertThat(FileInspector.inspect(jpegWith(comments))).hasSizeLessThan(300);
    }

    @Test
    void publishedImagesHaveNothingToLookAt() throws IOException {
        Optional<Path> data = TestPictures.realImages();
        assumeTrue(data.isPresent(), "Skipped: no folder of real images beside the project (MEDULLA_TEST_DATA)");
        try (Stream<Path> files = Files.walk(data.orElseThrow().resolve("marrow-original"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".jpg")).toList()) {
                assertThat(serious(Files.readAllBytes(file))).as("%s", file).isEmpty();
            }
        }
    }

    static List<Finding> serious(byte[] file) {
        return FileInspector.inspect(file).stream()
                .filter(finding -> finding.severity() != Severity.HARMLESS)
                .toList();
    }

    private static List<Finding> of(List<Finding> findings, FindingKind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).toList();
    }
}
