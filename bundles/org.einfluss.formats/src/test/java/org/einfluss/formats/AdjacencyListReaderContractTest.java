package org.einfluss.formats;

import java.util.List;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.tck.DatasetFormatContract;

class AdjacencyListReaderContractTest extends DatasetFormatContract {
    @Override
    protected DatasetReader<?> reader() {
        return new AdjacencyListReader();
    }

    @Override
    protected List<String> settings() {
        return List.of("{direction: influences, parallel: keep, loops: keep}");
    }

    @Override
    protected String example() {
        return "ann bob cem\n" + "bob cem\n" + "cem\n" + "dee ann\n";
    }

    @Override
    protected List<String> further() {
        return RoundTripTest.written(
                List.of("adjacency list"), "# by another program\na\tb\tc\n", "1: 2 3\n2: 3\n", "a;\"b c\";d\n");
    }

    @Override
    protected List<String> broken() {
        return List.of("# nothing\n", "ann;bob\n;cem\n");
    }
}
