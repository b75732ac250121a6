package org.medulla.archive.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.medulla.archive.contribution.Contribution;
import org.medulla.archive.contribution.ContributionItem;
import org.medulla.archive.contribution.Contributions;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.intake.ImageFacts;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;

/**
 * Digests the files of contributions that wait in the inbox: each picture that was received must be there as it was. Facts do not
 * name the files, whose paths may tell who a patient is, so all files of a contribution are digested. They lie in the home that
 * received them alone: a copy of the archive elsewhere has no folder of them, and nothing to check.
 */
final class ContributionCheck {
    private final Contributions contributions;
    private final Findings findings;

    ContributionCheck(Contributions contributions, Findings findings) {
        this.contributions = contributions;
        this.findings = findings;
    }

    void run(Progress progress) {
        List<Contribution> waiting = contributions.list().stream()
                .filter(Contribution::isWaiting)
                .filter(c -> Files.isDirectory(contributions.folder().of(c.id())))
                .toList();
        long files =
                waiting.stream().mapToLong(c -> c.end().orElseThrow().files()).sum();
        try (Progress.Stage stage = progress.stage("Checking the inbox", files)) {
            waiting.forEach(contribution -> check(contribution, stage));
        }
    }

    private void check(Contribution contribution, Progress.Stage stage) {
        Set<Digest> there = digests(contributions.folder().files(contribution.id()), stage);
        for (ContributionItem item : contributions.items(contribution)) {
            if (item.image()
                    .map(ImageFacts::digest)
                    .filter(d -> !there.contains(d))
                    .isPresent()) {
                findings.add(
                        Finding.Kind.CHANGED_CONTRIBUTION,
                        "picture " + item.position() + " of contribution " + contribution.id(),
                        "The picture is not in the inbox as it was received: send the contribution back and receive it again.");
            }
        }
    }

    private static Set<Digest> digests(Path folder, Progress.Stage stage) {
        Set<Digest> digests = new HashSet<>();
        if (!Files.isDirectory(folder)) {
            return digests;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                digests.add(Digest.of(file));
                stage.advance(1);
            }
        } catch (IOException e) {
            throw MedullaException.resources("Could not read the inbox in " + folder + ": check the disk.", e);
        }
        return digests;
    }
}
