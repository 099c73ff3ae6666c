package org.einfluss.example;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.einfluss.api.InputException;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.DatasetLibrary;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.Source;
import org.osgi.service.component.annotations.Component;

/** A library of one dataset, which is made up: four people and who can influence whom. */
@Component(service = DatasetLibrary.class)
public final class ExampleDatasets implements DatasetLibrary {
    private static final String TIES = "Ann -> Bob\nBob -> Ann\nBob -> Cleo\nCleo -> Dan\n";
    private static final DatasetDescriptor FOUR = new DatasetDescriptor(
            "example-four",
            "Four people",
            "Made up: who can influence whom among four people.",
            "org.einfluss.example",
            "CC0-1.0",
            List.of(),
            List.of("It is made up."),
            "none",
            Direction.INFLUENCES,
            "");

    @Override
    public List<DatasetDescriptor> datasets() {
        return List.of(FOUR);
    }

    @Override
    public Dataset open(String name, Progress progress) throws IOException {
        if (!name.equals(FOUR.name())) {
            throw new InputException("There is no example '" + name + "'; there is " + FOUR.name());
        }
        Source ties = new Source() {
            @Override
            public String name() {
                return "four.arrows";
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(TIES.getBytes(StandardCharsets.UTF_8));
            }
        };
        Dataset read = new ArrowsReader().read(ties, new None(), new ImportReport(), progress);
        return read.described(FOUR);
    }
}
