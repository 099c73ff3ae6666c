package org.einfluss.tck.check;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.einfluss.api.CancelledException;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.DatasetWriter;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.Source;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.parameters.ParameterSchema;
import org.einfluss.math.Keys;
import org.einfluss.math.RandomStream;

/** The contract of a dataset reader; or, where one is given, that of the writer of the same format. */
public final class DatasetFormatChecks extends ComponentChecks {
    private static final int DAMAGED = 10_000;
    private static final long LONGEST_NANOS = 10_000_000_000L;
    private static final long MOST_BYTES = 256L << 20;

    private final DatasetReader<Record> reader;
    private final String extension;
    private final String example;
    private final List<String> further;

    /**
     * Makes the contract of one format.
     *
     * @param reader the reader
     * @param writer the writer of the format, if it is the writer that is checked
     * @param example a file in the format
     * @param broken files that are nearly in the format, each with a mistake to be refused
     * @param setup with what it is checked
     */
    public DatasetFormatChecks(
            DatasetReader<?> reader,
            Optional<? extends DatasetWriter<?>> writer,
            String example,
            List<String> broken,
            Setup setup) {
        this(reader, writer, example, List.of(), broken, setup);
    }

    /**
     * Makes the contract of one format.
     *
     * @param reader the reader
     * @param writer the writer of the format, if it is the writer that is checked
     * @param example a file in the format
     * @param further further files in the format, such as those of other dialects, to be damaged as well
     * @param broken files that are nearly in the format, each with a mistake to be refused
     * @param setup with what it is checked
     */
    @SuppressWarnings("unchecked") // every reader and writer takes the records that its own schema makes
    public DatasetFormatChecks(
            DatasetReader<?> reader,
            Optional<? extends DatasetWriter<?>> writer,
            String example,
            List<String> further,
            List<String> broken,
            Setup setup) {
        super(reader, Kind.DATASET_READER, setup);
        this.reader = (DatasetReader<Record>) reader;
        this.example = example;
        this.further = List.copyOf(further);
        this.extension = reader.extensions().stream().sorted().findFirst().orElse("dat");
        if (writer.isPresent()) {
            writerClauses((DatasetWriter<Record>) writer.get(), example);
            return;
        }
        describedClause();
        parameterClauses();
        clause(
                "names its extensions",
                "at least one, lower case, without dot and without .gz",
                "return for example Set.of(\"csv\")",
                () -> {
                    FindingsRules.require(!reader.extensions().isEmpty(), "no extension");
                    for (String one : reader.extensions()) {
                        FindingsRules.require(
                                one.matches("[a-z0-9]+([.][a-z0-9]+)*") && !one.endsWith("gz"),
                                "extension '" + one + "'");
                    }
                });
        clause(
                "reads its example",
                "a network with nodes",
                "read what your own documentation shows",
                () -> FindingsRules.require(read(example).network().nodes() > 0, "no node"));
        clause(
                "the same file gives the same dataset",
                "equal network and logs from two readings",
                "keep no state in the reader; iterate over no hash tables",
                () -> same(read(example), read(example)));
        clause(
                "line ends do not matter",
                "the same dataset from a file with carriage returns",
                "read lines with a reader that knows carriage returns",
                () -> same(read(example), read(example.replace("\n", "\r\n"))));
        clause(
                "two threads never interfere",
                "the same dataset on two threads at once",
                "keep nothing in fields or static fields",
                () -> {
                    Dataset alone = read(example);
                    Twice.atOnce(() -> same(alone, read(example)), () -> same(alone, read(example)));
                });
        clause(
                "broken files are refused",
                "InputException that names the file for each broken file of the test",
                "say what was expected, what was found, at which line and column",
                () -> {
                    for (String text : broken) {
                        refuse(text);
                    }
                });
        clause(
                "tells how far it is and ends when cancelled",
                "reports of progress; CancelledException where the user has cancelled before the first byte",
                "call progress.report and progress.checkCancelled with every block that is read",
                this::checkProgress);
        clause(
                "damaged files do no harm",
                "a dataset or an InputException, soon and with at most " + (MOST_BYTES >> 20) + " MB allocated, from "
                        + DAMAGED + " small files that are cut off, have wrong bytes, lines elsewhere, huge numbers,"
                        + " open brackets",
                "check every number and index that comes from the file before it is used or paid for in memory",
                this::checkDamaged);
    }

    /** Returns whether the reader takes the example for a file of its format; several readers may have one extension. */
    public boolean readsExample() {
        try {
            return read(example).network().nodes() > 0;
        } catch (IOException | RuntimeException other) {
            return false; // it is of another format
        }
    }

    private void writerClauses(DatasetWriter<Record> writer, String example) {
        clause(
                "is described",
                "@Described with id and name, and an extension in lower case without dot",
                "annotate the class, return for example \"csv\"",
                () -> {
                    FindingsRules.require(writer.getClass().isAnnotationPresent(Described.class), "no @Described");
                    FindingsRules.require(
                            writer.extension().matches("[a-z0-9]+([.][a-z0-9]+)*"),
                            "extension '" + writer.extension() + "'");
                });
        clause(
                "reads what it has written",
                "the same network and logs after writing and reading",
                "write all that the reader reads; report what the format cannot hold",
                () -> {
                    Record settings = ParameterSchema.ofComponent(writer, DatasetWriter.class)
                            .defaults();
                    Dataset dataset = read(example);
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    ImportReport report = new ImportReport();
                    writer.check(dataset, settings, report);
                    FindingsRules.require(
                            report.isLossless(),
                            "the example cannot be written: "
                                    + report.losses().stream()
                                            .map(ImportReport.Loss::what)
                                            .toList());
                    writer.write(dataset, settings, out, new ImportReport(), Progress.NONE);
                    same(dataset, read(out.toByteArray()));
                });
    }

    private Dataset read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private Dataset read(byte[] content) throws IOException {
        return read(content, Progress.NONE);
    }

    private Dataset read(byte[] content, Progress progress) throws IOException {
        return reader.read(
                new Bytes("example." + extension, content), parameters().get(0), new ImportReport(), progress);
    }

    private void checkProgress() throws IOException {
        AtomicLong reports = new AtomicLong();
        byte[] content = example.getBytes(StandardCharsets.UTF_8);
        read(content, (done, total, what) -> reports.incrementAndGet());
        FindingsRules.require(reports.get() > 0, "no report of progress");
        try {
            read(content, new Cancelled());
        } catch (CancelledException cancelled) {
            return;
        }
        throw new Violation("it was read to its end though the user had cancelled");
    }

    private void refuse(String text) throws IOException {
        try {
            read(text);
        } catch (InputException refused) {
            FindingsRules.require(
                    refused.getMessage().contains("example." + extension),
                    "'" + refused.getMessage() + "' does not name the file");
            return;
        }
        throw new Violation("this was read: " + text);
    }

    private void checkDamaged() {
        RandomStream random = new RandomStream(Keys.mix(setup.key(), Keys.of("damage")));
        List<Damage> damage = Stream.concat(Stream.of(example), further.stream())
                .map(file -> new Damage(file, random))
                .toList();
        for (int i = 0; i < DAMAGED; i++) {
            byte[] damaged = damage.get(i % damage.size()).next();
            long begin = System.nanoTime();
            long before = Allocation.soFar();
            try {
                read(damaged);
            } catch (InputException refused) {
                // a sentence for the user is the right answer
            } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError thrown) {
                throw new Violation(
                        Clause.describe(thrown) + ", reading " + new String(damaged, StandardCharsets.ISO_8859_1));
            }
            FindingsRules.require(
                    System.nanoTime() - begin < LONGEST_NANOS,
                    "takes longer than ten seconds to read " + new String(damaged, StandardCharsets.ISO_8859_1));
            long allocated = Allocation.soFar() - before;
            FindingsRules.require(
                    allocated <= MOST_BYTES,
                    "allocates " + (allocated >> 20) + " MB to read "
                            + new String(damaged, StandardCharsets.ISO_8859_1));
        }
    }

    private static void same(Dataset one, Dataset other) {
        FindingsRules.require(
                Arrays.equals(one.network().sha256(), other.network().sha256()), "two networks that differ");
        FindingsRules.require(one.logs().size() == other.logs().size(), "logs in one and not in the other");
        for (int i = 0; i < one.logs().size(); i++) {
            AdoptionLog a = one.logs().get(i);
            AdoptionLog b = other.logs().get(i);
            FindingsRules.require(
                    a.name().equals(b.name())
                            && Arrays.equals(a.cascade(), b.cascade())
                            && Arrays.equals(a.node(), b.node())
                            && Arrays.equals(a.time(), b.time())
                            && Arrays.equals(a.parent(), b.parent()),
                    "two logs '" + a.name() + "' that differ");
        }
    }

    private static final class Cancelled implements Progress {
        @Override
        public void report(long done, long total, String what) {
            // nobody looks on
        }

        @Override
        public boolean isCancelled() {
            return true;
        }
    }

    private static final class Bytes implements Source {
        private final String name;
        private final byte[] content;

        Bytes(String name, byte[] content) {
            this.name = name;
            this.content = content;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content);
        }
    }
}
