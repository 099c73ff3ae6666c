package org.einfluss.formats;

import java.util.List;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.tck.DatasetFormatContract;

class MetisReaderContractTest extends DatasetFormatContract {
    @Override
    protected DatasetReader<?> reader() {
        return new MetisReader();
    }

    @Override
    protected String example() {
        return "3 2\n2 3\n1\n1\n";
    }

    @Override
    protected List<String> broken() {
        return List.of("3 2\n2 9\n1\n1\n", "three\n");
    }
}
