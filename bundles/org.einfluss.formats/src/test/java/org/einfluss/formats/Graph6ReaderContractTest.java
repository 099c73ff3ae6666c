package org.einfluss.formats;

import java.util.List;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.tck.DatasetFormatContract;

class Graph6ReaderContractTest extends DatasetFormatContract {
    @Override
    protected DatasetReader<?> reader() {
        return new Graph6Reader();
    }

    @Override
    protected List<String> settings() {
        return List.of("{direction: influences, parallel: keep, loops: keep}");
    }

    @Override
    protected String example() {
        return "DQc\n";
    }

    @Override
    protected List<String> further() {
        return RoundTripTest.written(List.of("graph6"), ">>graph6<<DQc\nDQc\n", ":Fa@x^\n", "&DI?AO?\n");
    }

    @Override
    protected List<String> broken() {
        return List.of("DQ", "DQcc", " ", "Déc");
    }
}
