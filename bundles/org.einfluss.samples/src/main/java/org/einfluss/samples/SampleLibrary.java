package org.einfluss.samples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.DatasetLibrary;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.Source;
import org.einfluss.formats.DatasetFolder;
import org.einfluss.formats.EdgeListReader;
import org.einfluss.formats.MetisReader;
import org.einfluss.formats.NominationTableReader;
import org.osgi.service.component.annotations.Component;

/**
 * The datasets that come with the product: three classic diffusion studies with times of adoption, a question-and-answer site with its
 * cascades, and five classic networks.
 *
 * <p>Each is a folder of this bundle with its {@code dataset.yaml}, its data files as they were published and its licence. Thread-safe.
 */
@Component(service = DatasetLibrary.class)
public final class SampleLibrary implements DatasetLibrary {
    private static final List<String> NAMES = List.of(
            "brazilian-farmers",
            "davis",
            "florentine",
            "karate",
            "korean-family-planning",
            "les-miserables",
            "medical-innovation",
            "political-blogs",
            "stackexchange-android");

    private final List<DatasetReader<?>> readers =
            List.of(new EdgeListReader(), new MetisReader(), new NominationTableReader());
    private final Map<String, DatasetFolder> folders = new TreeMap<>();

    /** Makes the library; nothing is read before it is asked for. */
    public SampleLibrary() {}

    @Override
    public List<DatasetDescriptor> datasets() {
        List<DatasetDescriptor> descriptors = new ArrayList<>();
        for (String name : NAMES) {
            try {
                descriptors.add(folder(name).descriptor());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return List.copyOf(descriptors);
    }

    @Override
    public Dataset open(String name, Progress progress) throws IOException {
        return open(name, new ImportReport(), progress);
    }

    /**
     * Opens a dataset and tells what was dropped on the way.
     *
     * @param name one of the offered names
     * @param report told what the reader finds
     * @param progress told how far it is
     * @return the dataset
     * @throws IOException when it cannot be read
     * @throws InputException when there is no dataset of this name
     */
    public Dataset open(String name, ImportReport report, Progress progress) throws IOException {
        return folder(name).open(readers, Optional.empty(), report, progress);
    }

    private synchronized DatasetFolder folder(String name) throws IOException {
        if (!NAMES.contains(name)) {
            throw new InputException(
                    "There is no sample '" + name + "'; the samples are " + String.join(", ", NAMES) + ".");
        }
        DatasetFolder folder = folders.get(name);
        if (folder == null) {
            folder = DatasetFolder.of(file -> new Resource(name + "/" + file));
            folders.put(name, folder);
        }
        return folder;
    }

    /** A file of this bundle. */
    private record Resource(String name) implements Source {
        @Override
        public InputStream open() throws IOException {
            InputStream in = SampleLibrary.class.getResourceAsStream(name);
            if (in == null) {
                throw new IOException("The bundle lacks its file " + name + ". Build it anew.");
            }
            return in;
        }
    }
}
