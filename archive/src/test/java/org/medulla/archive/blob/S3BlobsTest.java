package org.medulla.archive.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.server.TestS3;
import org.medulla.cytology.job.ErrorCode;
import org.medulla.cytology.job.MedullaException;

class S3BlobsTest {
    @TempDir
    Path folder;

    private TestS3 s3;
    private Blobs blobs;

    @BeforeEach
    void start() {
        s3 = new TestS3(folder.resolve("s3"));
        blobs = at("s3://cells/a/b/", s3.environment());
    }

    @AfterEach
    void stop() {
        s3.close();
    }

    @Test
    void bytesComeBackUnderTheNameThatTheyHaveInAFolder() throws IOException {
        byte[] bytes = new byte[3 << 20];
        new Random(1).nextBytes(bytes);

        Digest digest = blobs.put(bytes);

        String name =
                "cells/a/b/" + digest.hex().substring(0, 2) + "/" + digest.hex().substring(2);
        assertThat(s3.file(name)).hasBinaryContent(bytes);
        assertThat(blobs.get(digest)).isEqualTo(bytes);
        assertThat(blobs.sizeOf(digest)).isEqualTo(bytes.length);
        assertThat(blobs.path(digest)).hasBinaryContent(bytes);
        assertThat(blobs.where(digest)).isEqualTo("s3://" + name);
        try (var in = blobs.open(digest)) {
            assertThat(Digest.of(in)).isEqualTo(digest);
        }
    }

    @Test
    void bytesThatAreThereAreNotSentAgain() {
        Digest digest = blobs.put(new byte[] {1, 2});
        blobs.put(new byte[] {1, 2});
        assertThat(s3.requests("PUT")).isOne();

        blobs.delete(digest);
        assertThat(blobs.sizeOf(digest)).isEqualTo(-1);
        blobs.put(new byte[] {1, 2});
        assertThat(s3.requests("PUT")).isEqualTo(2);
    }

    @Test
    void allAreListedOverManyPagesAndNothingElse() throws IOException {
        Map<Digest, Long> expected = new HashMap<>();
        for (int i = 1; i <= 20; i++) {
            expected.put(blobs.put(new byte[i]), (long) i);
        }
        at("s3://cells", s3.environment()).put(new byte[100]);
        Files.writeString(s3.file("cells/a/b/README"), "not a blob");

        Map<Digest, Long> listed = new HashMap<>();
        blobs.forEach(listed::put);

        assertThat(listed).isEqualTo(expected);
    }

    @Test
    void whatIsMissingAndWhereIsSaid() {
        Digest absent = Digest.of(new byte[] {9});
        assertThatThrownBy(() -> blobs.get(absent))
                .isInstanceOfSatisfying(
                        MedullaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DATA))
                .hasMessageContaining("is missing from s3://cells/a/b/");
        assertThatThrownBy(() -> blobs.open(absent)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> at("s3://others", s3.environment()).put(new byte[] {1}))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("There is no bucket others");
        Map<String, String> stranger = new HashMap<>(s3.environment());
        stranger.put("AWS_ACCESS_KEY_ID", "stranger");
        assertThatThrownBy(() -> at("s3://cells", stranger).get(absent))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("does not let you in");
        assertThatThrownBy(() -> at("http://cells", s3.environment()))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("s3://BUCKET/PREFIX");
    }

    @Test
    void aServerThatDoesNotAnswerIsAnErrorOfTheMachine() {
        Map<String, String> nowhere = new HashMap<>(s3.environment());
        nowhere.put("AWS_ENDPOINT_URL_S3", "http://localhost:1");
        assertThatThrownBy(() -> at("s3://cells", nowhere).get(Digest.of(new byte[] {9})))
                .isInstanceOfSatisfying(
                        MedullaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.RESOURCES))
                .hasMessageContaining("AWS_ENDPOINT_URL_S3");
    }

    private Blobs at(String address, Map<String, String> environment) {
        return Blobs.at(address, folder.resolve("cache"), environment);
    }
}
