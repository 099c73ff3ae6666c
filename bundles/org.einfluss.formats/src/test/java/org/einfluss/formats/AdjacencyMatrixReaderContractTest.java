package org.einfluss.formats;

import java.util.List;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.tck.DatasetFormatContract;

class AdjacencyMatrixReaderContractTest extends DatasetFormatContract {
    @Override
    protected DatasetReader<?> reader() {
        return new AdjacencyMatrixReader();
    }

    @Override
    protected List<String> settings() {
        return List.of("{direction: influences, parallel: keep, loops: keep}");
    }

    @Override
    protected String example() {
        return ",ann,bob,cem\n" + "ann,0,1.0,2.5\n" + "bob,0,0,1.0\n" + "cem,1.5,0,0\n";
    }

    @Override
    protected List<String> further() {
        return RoundTripTest.written(
                List.of("adjacency matrix"), "0 1 0\n1 0 1\n0 1 0\n", "\"\";\"a\";\"b\"\n\"a\";0;1,5\n\"b\";-2;0\n");
    }

    @Override
    protected List<String> broken() {
        return List.of("a,b\n0,1\n", "0,1\n1,x\n", "0,1\n1\n", "");
    }
}
