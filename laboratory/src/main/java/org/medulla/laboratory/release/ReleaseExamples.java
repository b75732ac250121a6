package org.medulla.laboratory.release;

/** A few lines of Python that read a release, for its README. */
final class ReleaseExamples {
    private static final String FOLDER = """
            ```python
            import csv, hashlib, pathlib
            root = pathlib.Path(".")
            manifest = dict(line.rstrip("\\n").split("  ", 1)[::-1] for line in open(root / "manifest-sha256.txt", encoding="utf-8"))
            with open(root / "cells.csv", encoding="utf-8", newline="") as file:
                for cell in csv.DictReader(file):
                    image = (root / cell["path"]).read_bytes()
                    assert hashlib.sha256(image).hexdigest() == cell["sha256"] == manifest[cell["path"]]
                    print(cell["class"], cell["fold"], len(image), cell["path"])
            ```
            """;
    private static final String TAR = """
            ```python
            import hashlib, json, pathlib, tarfile
            for shard in sorted(pathlib.Path(".").glob("medulla-*.tar")):
                with tarfile.open(shard) as tar:
                    for member in tar:
                        if member.name.endswith(".json"):
                            cell = json.load(tar.extractfile(member))
                            image = tar.extractfile(cell["path"]).read()
                            assert hashlib.sha256(image).hexdigest() == cell["sha256"]
                            print(cell["class"], cell.get("fold"), len(image), cell["path"])
            ```
            """;
    private static final String PARQUET = """
            ```python
            import hashlib, pathlib
            import pyarrow.parquet
            for path in sorted(pathlib.Path(".").glob("medulla-*.parquet")):
                for batch in pyarrow.parquet.ParquetFile(path).iter_batches(batch_size=100):
                    for cell in batch.to_pylist():
                        image = cell["image"]["bytes"]
                        assert hashlib.sha256(image).hexdigest() == cell["sha256"]
                        print(cell["class"], cell["fold"], len(image), cell["image"]["path"])
            ```
            """;

    private ReleaseExamples() {}

    static String python(ReleaseForm form) {
        return switch (form) {
            case FOLDER -> FOLDER;
            case TAR -> TAR;
            case PARQUET -> PARQUET;
        };
    }
}
