package org.einfluss.formats;

import java.util.List;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.tck.DatasetFormatContract;

class ActivityTableReaderContractTest extends DatasetFormatContract {
    @Override
    protected DatasetReader<?> reader() {
        return new ActivityTableReader();
    }

    @Override
    protected List<String> settings() {
        return List.of("{direction: follows, adoption: once, ties: together}");
    }

    @Override
    protected String example() {
        return "user,action,target,time\nann,likes,bob,5\nbob,posts,,3\ncem,likes,bob,4\n";
    }

    @Override
    protected List<String> broken() {
        return List.of(
                "user,action,target,time\nann,likes,bob,soon\n", "user,action,target,time\nann,likes\n", "a,b\nx,y\n");
    }
}
