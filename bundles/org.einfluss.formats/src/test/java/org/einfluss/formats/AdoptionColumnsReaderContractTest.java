package org.einfluss.formats;

import java.util.List;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.tck.DatasetFormatContract;

class AdoptionColumnsReaderContractTest extends DatasetFormatContract {
    @Override
    protected DatasetReader<?> reader() {
        return new AdoptionColumnsReader();
    }

    @Override
    protected String example() {
        return "id,toa,age\n1,3,20\n2,NA,30\n3,4,40\n";
    }

    @Override
    protected List<String> further() {
        return List.of("id;toa;role\nann;2;x\nbob;;\"y;z\"\n", "toa\tid\n1\t7\nInf\t8\n");
    }

    @Override
    protected List<String> broken() {
        return List.of("id,age\n1,2\n", "id,toa\n1,soon\n", "id,toa\n,3\n", "id,toa\n1,3\n1,4\n");
    }
}
