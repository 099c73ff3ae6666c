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
    protected List<String> broken() {
        return List.of("id,other\n1,2\n");
    }
}
