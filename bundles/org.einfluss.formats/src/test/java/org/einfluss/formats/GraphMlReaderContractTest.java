package org.einfluss.formats;

import java.util.List;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.tck.DatasetFormatContract;

class GraphMlReaderContractTest extends DatasetFormatContract {
    @Override
    protected DatasetReader<?> reader() {
        return new GraphMlReader();
    }

    @Override
    protected List<String> settings() {
        return List.of("{direction: mutual}");
    }

    @Override
    protected String example() {
        return "<?xml version=\"1.0\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n<graph edgedefault=\"undirected\">\n<node id=\"a\"/>\n<node id=\"b\"/>\n<edge source=\"a\" target=\"b\"/>\n</graph>\n</graphml>\n";
    }

    @Override
    protected List<String> broken() {
        return List.of("<graphml><graph edgedefault=\"undirected\"><node id=\"a\"/>", "no xml");
    }
}
