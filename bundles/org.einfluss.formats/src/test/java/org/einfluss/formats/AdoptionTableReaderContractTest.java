package org.einfluss.formats;

import java.util.List;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.tck.DatasetFormatContract;

class AdoptionTableReaderContractTest extends DatasetFormatContract {
    @Override
    protected DatasetReader<?> reader() {
        return new AdoptionTableReader();
    }

    @Override
    protected String example() {
        return "cascade,node,time,parent\na,1,0,\na,2,1.5,1\nb,3,2,\n";
    }

    @Override
    protected List<String> further() {
        return List.of(
                "node;date\nann;2012-07-04 12:00:05\nbob;2012-07-01T00:00:00.5\n\"c; d\";2012-08-01\n",
                "time\tuser\tstory\tsource\n1.5\ta\tx\t\n2\tb\tx\ta\n2\tc\ty\tNA\n");
    }

    @Override
    protected List<String> broken() {
        return List.of(
                "cascade,node,time\na,1,soon\n",
                "cascade,node,time\na,1\n",
                "cascade,node,time\na,1,0\na,1,2\n",
                "who,how\nx,y\n",
                "cascade,node,time\na,,1\n",
                "cascade,node,time\na,1,-1\n");
    }
}
