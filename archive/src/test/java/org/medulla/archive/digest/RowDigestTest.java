package org.medulla.archive.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RowDigestTest {
    @Test
    void theCanonicalFormIsTheOneThatTheDocumentationGives() {
        SortedMap<String, Object> row = new TreeMap<>(Map.of("id", 7L, "reader", "Weiß", "share", 0.25));

        String canonical = "annotation\nid=I1:7\nreader=T5:Weiß\nshare=R4:0.25";

        assertThat(RowDigest.of("annotation", row))
                .isEqualTo(Digest.of(canonical.getBytes(StandardCharsets.UTF_8)).raw());
    }

    @Property
    void twoRowsThatDifferHaveDifferentDigests(
            @ForAll Map<String, String> left, @ForAll Map<String, String> right, @ForAll long number) {
        Assume.that(!left.equals(right));

        assertThat(RowDigest.of("cell", new TreeMap<>(left))).isNotEqualTo(RowDigest.of("cell", new TreeMap<>(right)));

        SortedMap<String, Object> asNumber = new TreeMap<>(Map.of("value", number));
        SortedMap<String, Object> asText = new TreeMap<>(Map.of("value", Long.toString(number)));
        assertThat(RowDigest.of("cell", asNumber)).isNotEqualTo(RowDigest.of("cell", asText));
    }

    @Test
    void theDigestOfNothingIsThePublishedOne() {
        assertThat(Digest.of(new byte[0]).hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
