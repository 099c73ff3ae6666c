package org.einfluss.formats;

import java.util.List;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.tck.DatasetFormatContract;

class CascadePathsReaderContractTest extends DatasetFormatContract {
    @Override
    protected DatasetReader<?> reader() {
        return new CascadePathsReader();
    }

    @Override
    protected String example() {
        return "m1\t1\t100\t2\t1:0 1/2:5 1/2/3:9\nm2\t3\t200\t1\t3/1:4\n";
    }

    @Override
    protected List<String> broken() {
        return List.of(
                "m1\t1\t100\t1\n",
                "m1\t1\tsoon\t1\t1/2:5\n",
                "m1\t1\t100\t1\t2/3:5\n",
                "m1\t1\t100\t1\t1/2\n",
                "m1\t1\t100\t1\t1//2:5\n",
                "m1\t1\t100\t1\t1/2:-5000\n");
    }
}
