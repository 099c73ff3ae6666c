package org.einfluss.formats;

import java.util.List;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.tck.DatasetFormatContract;

final class NominationTableReaderContractTest extends DatasetFormatContract {
    @Override
    protected DatasetReader<?> reader() {
        return new NominationTableReader();
    }

    @Override
    protected List<String> settings() {
        return List.of(
                "{direction: follows, relations: [{name: friends, columns: [friend1, friend2]}], ties: [], nobody: [], attributes: []}");
    }

    @Override
    protected String example() {
        return "id,friend1,friend2\n1,2,3\n2,1,NA\n3,,2\n";
    }

    @Override
    protected List<String> further() {
        return List.of(
                "id,friend1,friend2,toa\n\"a, b\",c,NA,1\nc,c,\"a, b\",99\nd,nobody,x,\n",
                "id\tfriend1\tfriend2\n010\t20\t10\n20\t99999999999999999999\t-1\n");
    }

    @Override
    protected List<String> broken() {
        return List.of("id,other\n1,2\n");
    }
}
