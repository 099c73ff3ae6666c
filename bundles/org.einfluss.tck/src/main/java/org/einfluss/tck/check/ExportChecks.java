package org.einfluss.tck.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.study.Export;
import org.einfluss.api.study.Study;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.study.StudySummary;

/** The contract of an export. */
public final class ExportChecks extends ComponentChecks {
    private final Export export;

    /**
     * Makes the contract of one export.
     *
     * @param export the export
     */
    public ExportChecks(Export export) {
        super(export, Kind.EXPORT, Setup.standard());
        this.export = export;
        describedClause();
        clause(
                "names its extension",
                "lower-case letters and digits without a dot",
                "return for example \"xlsx\"",
                () -> FindingsRules.require(
                        export.extension().matches("[a-z0-9]+"), "extension '" + export.extension() + "'"));
        clause(
                "writes one file and no other",
                "the file it was asked for, not empty, and nothing beside it, for every kind of study",
                "write temporary files to the folder for temporary files and remove them; handle failed runs and no findings",
                () -> inFolder(folder -> {
                    int i = 0;
                    for (Study study : Samples.studies()) {
                        for (List<Findings> findings : List.of(List.<Findings>of(), summary(study))) {
                            Path file = folder.resolve(i++ + "." + export.extension());
                            export.write(study, findings, file, Progress.NONE);
                            FindingsRules.require(Files.size(file) > 0, "an empty file");
                        }
                    }
                    try (Stream<Path> files = Files.list(folder)) {
                        FindingsRules.require(files.count() == i, "further files in the folder");
                    }
                }));
        clause(
                "the same study gives the same bytes",
                "equal files from two calls",
                "write no time stamp; iterate over no hash tables",
                () -> inFolder(folder -> {
                    Study study = Samples.studies().get(0);
                    byte[] first = bytes(study, folder.resolve("first." + export.extension()));
                    byte[] second = bytes(study, folder.resolve("second." + export.extension()));
                    FindingsRules.require(Arrays.equals(first, second), "two files that differ");
                }));
        clause(
                "says when it cannot write",
                "IOException where the folder does not exist",
                "let the IOException of the file pass",
                () -> inFolder(folder -> {
                    Path nowhere = folder.resolve("absent").resolve("file." + export.extension());
                    try {
                        export.write(Samples.studies().get(0), List.of(), nowhere, Progress.NONE);
                    } catch (IOException asExpected) {
                        return;
                    }
                    throw new Violation("it returned as if it had written");
                }));
    }

    private byte[] bytes(Study study, Path file) throws Exception {
        export.write(study, summary(study), file, Progress.NONE);
        return Files.readAllBytes(file);
    }

    private static List<Findings> summary(Study study) {
        return List.of(new StudySummary()
                .analyse(
                        study,
                        new StudySummary.Parameters(java.util.Optional.empty(), java.util.Optional.empty()),
                        Progress.NONE));
    }

    private interface InFolder {
        void check(Path folder) throws Exception;
    }

    private static void inFolder(InFolder check) throws Exception {
        Path folder = Files.createTempDirectory("einfluss-tck");
        try {
            check.check(folder);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
