package org.einfluss.formats;

import java.util.List;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.tck.DatasetFormatContract;

class NodeLinkReaderContractTest extends DatasetFormatContract {
    @Override
    protected DatasetReader<?> reader() {
        return new NodeLinkReader();
    }

    @Override
    protected List<String> settings() {
        return List.of("{direction: influences, parallel: keep, loops: keep}");
    }

    @Override
    protected String example() {
        return "{\"directed\": true, \"multigraph\": false, \"graph\": {},\n"
                + "\"nodes\": [\n"
                + "{\"id\": \"ann\", \"age\": 41, \"close\": true, \"role\": \"hub\"},\n"
                + "{\"id\": \"bob\", \"trust\": 0.25},\n"
                + "{\"id\": \"cem\"}\n"
                + "],\n"
                + "\"links\": [\n"
                + "{\"source\": \"ann\", \"target\": \"bob\", \"weight\": 2.5},\n"
                + "{\"source\": \"bob\", \"target\": \"cem\", \"weight\": 1.0}\n"
                + "]}\n";
    }

    @Override
    protected List<String> further() {
        return RoundTripTest.written(
                List.of("JSON of nodes and links"),
                "{\"nodes\": [{\"name\": \"a\", \"group\": 1}, {\"name\": \"b\", \"x\": [1, {\"y\": null}]}], \"links\": [{\"source\": 0,"
                        + " \"target\": 1, \"value\": -1.5e3}]}",
                "{\"edges\": [{\"source\": 1, \"target\": 2, \"key\": 0, \"weight\": NaN}], \"directed\": false, \"multigraph\":"
                        + " true, \"graph\": {\"name\": \"\\u00e9\"}, \"nodes\": [{\"id\": 1}, {\"id\": 2}]}");
    }

    @Override
    protected List<String> broken() {
        return List.of(
                "{\"nodes\": [",
                "{\"nodes\": [], \"links\": [{\"source\": 1, \"target\": 2}]}",
                "[]",
                "{\"nodes\": [{\"id\": [1]}], \"links\": []}");
    }
}
