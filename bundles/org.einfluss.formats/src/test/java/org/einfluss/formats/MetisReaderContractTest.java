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
    protected List<String> further() {
        return RoundTripTest.written(
                List.of("METIS"), "% a comment\n3 2 11 1\n4 2 7\n5 1 7 3 2\n6 2 2\n", "3 2 1\n2 1.5\n1 1.5 3 2\n2 2\n");
    }

    @Override
    protected List<String> broken() {
        return List.of("3 2\n2 9\n1\n1\n", "three\n");
    }
}
