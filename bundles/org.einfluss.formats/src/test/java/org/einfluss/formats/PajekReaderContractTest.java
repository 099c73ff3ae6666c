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
    protected List<String> further() {
        return RoundTripTest.written(
                List.of("Pajek network", "Pajek project"),
                "*Vertices 3 1\n1 \"a\" 0.1 0.2 0.5 ic Red [1-3]\n2 \"b\" [2-*,5]\n3 \"c\"\n*Matrix\n0 2\n",
                "*Vertices 4\n*Arcslist\n1 2 3\n*Edgeslist\n3 4\n*Arcs\n1: 4 1 2.5 l \"x\" [1-2,4]\n");
    }

    @Override
    protected List<String> broken() {
        return List.of("*Vertices 2\n*Arcs\n1 3\n", "*Arcs\n1 2\n", "1 2\n", "*Vertices x\n");
    }
}
