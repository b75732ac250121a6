package org.medulla.laboratory.release;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import org.medulla.archive.digest.Digest;

/** The files of a release that say what it is: for a person, for a citation, for a program. */
final class ReleaseDocuments {
    private final ReleaseContent content;
    private final ReleaseFolder folder;

    ReleaseDocuments(ReleaseContent content, ReleaseFolder folder) {
        this.content = content;
        this.folder = folder;
    }

    /** Writes them and adds their digests to those of the other files. */
    void write(List<ReleasePart> parts, SortedMap<String, Digest> digests) {
        put("README.md", new ReleaseReadme(content, parts).text(), digests);
        put("datasheet.md", new Datasheet(content).text(), digests);
        put("CITATION.cff", CitationFile.text(content), digests);
        put(CroissantJson.FILE, new CroissantJson(content, parts, digests, folder::lengthOf).text(), digests);
    }

    private void put(String name, String text, SortedMap<String, Digest> digests) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digests.put(name, folder.write(name, out -> out.write(bytes)));
    }
}
