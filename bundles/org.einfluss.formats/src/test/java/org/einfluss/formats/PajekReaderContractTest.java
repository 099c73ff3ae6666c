package org.einfluss.formats;

import java.util.List;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.tck.DatasetFormatContract;

class PajekReaderContractTest extends DatasetFormatContract {
    @Override
    protected DatasetReader<?> reader() {
        return new PajekReader();
    }

    @Override
    protected List<String> settings() {
        return List.of("{direction: influences, parallel: keep, loops: keep}");
    }

    @Override
    protected String example() {
        return "*Vertices 4\n"
                + "1 \"ann\"\n"
                + "2 \"bob\"\n"
                + "3 \"cem\"\n"
                + "4 \"dee\"\n"
                + "*Arcs :1 \"advice\"\n"
                + "1 2 2.5\n"
                + "2 3 1.0\n"
                + "*Edges :2 \"friends\"\n"
                + "1 4 1.0\n"
                + "3 4 3.0\n";
    }

    @Override
    protected List<String> broken() {
        return List.of("*Vertices 2\n*Arcs\n1 3\n", "*Arcs\n1 2\n", "1 2\n", "*Vertices x\n");
    }
}
