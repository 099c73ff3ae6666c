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
    protected List<String> further() {
        return List.of(
                "ann bob 1341100972 MT\nbob cem 1341100985 RE\ncem ann 1341101000 RT\n",
                "user;action;target;time\nann;posts;x;2012-07-04\nbob;likes;x;2012-07-05 10:00:00\n\"c;d\";likes;x;2012-07-06\n");
    }

    @Override
    protected List<String> broken() {
        return List.of(
                "user,action,target,time\nann,likes,bob,soon\n", "user,action,target,time\nann,likes\n", "a,b\nx,y\n");
    }
}
