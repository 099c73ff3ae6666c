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
    protected List<String> further() {
        return List.of(
                "3\t22\t1341100972\t3\t22:0 22/7:12 22/7/9:40 22/8:100\n",
                "x\t1\t0\t1\t1:0\n\ny\t2\t5\t2\t2:0 2/1:1e3\n");
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
