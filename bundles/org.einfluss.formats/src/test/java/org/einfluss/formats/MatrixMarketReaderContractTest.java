package org.einfluss.formats;

import java.util.List;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.tck.DatasetFormatContract;

class MatrixMarketReaderContractTest extends DatasetFormatContract {
    @Override
    protected DatasetReader<?> reader() {
        return new MatrixMarketReader();
    }

    @Override
    protected List<String> settings() {
        return List.of("{direction: influences, parallel: keep, loops: keep}");
    }

    @Override
    protected String example() {
        return "%%MatrixMarket matrix coordinate real general\n"
                + "4 4 4\n"
                + "1 2 0.5\n"
                + "2 3 1.0\n"
                + "3 1 2.0\n"
                + "4 4 1.5\n";
    }

    @Override
    protected List<String> further() {
        return RoundTripTest.written(
                List.of("Matrix Market"),
                "%%MatrixMarket matrix coordinate pattern symmetric\n% a comment\n3 3 2\n2 1\n3 2\n",
                "%%MatrixMarket matrix array real general\n2 2\n0\n1.5\n-2\n0\n",
                "%%MatrixMarket matrix coordinate integer skew-symmetric\n3 3 1\n3 1 7\n");
    }

    @Override
    protected List<String> broken() {
        return List.of(
                "%%MatrixMarket matrix coordinate real general\n2 2 1\n",
                "%%MatrixMarket matrix coordinate real general\n2 2 1\n1 3 1\n",
                "2 2 1\n1 2\n",
                "%%MatrixMarket matrix coordinate complex general\n1 1 0\n");
    }
}
