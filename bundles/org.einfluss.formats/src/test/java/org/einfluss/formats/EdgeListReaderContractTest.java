package org.einfluss.formats;

import java.util.List;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.tck.DatasetFormatContract;

class EdgeListReaderContractTest extends DatasetFormatContract {
    @Override
    protected DatasetReader<?> reader() {
        return new EdgeListReader();
    }

    @Override
    protected List<String> settings() {
        return List.of("{direction: influences}");
    }

    @Override
    protected String example() {
        return "source,target\n1,2\n2,3\n3,1\n";
    }

    @Override
    protected List<String> broken() {
        return List.of("source,target\n1,2\n2\n");
    }
}
