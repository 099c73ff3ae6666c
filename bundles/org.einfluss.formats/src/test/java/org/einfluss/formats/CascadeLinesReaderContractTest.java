package org.einfluss.formats;

import java.util.List;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.tck.DatasetFormatContract;

class CascadeLinesReaderContractTest extends DatasetFormatContract {
    @Override
    protected DatasetReader<?> reader() {
        return new CascadeLinesReader();
    }

    @Override
    protected String example() {
        return "2 3 5.0 1 2.5\n1 2 7\n";
    }

    @Override
    protected List<String> further() {
        return List.of("a b 1341100972 c 1341100985\nd e 1 f 2 g 3 h 4\n", "1,2,0,3,1.5\n2,1,4\n");
    }

    @Override
    protected List<String> broken() {
        return List.of("1 2\n", "1 2 soon\n", "1 2 -3\n", "1 2 3 2 4\n");
    }
}
