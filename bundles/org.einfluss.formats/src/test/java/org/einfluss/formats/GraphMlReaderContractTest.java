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
    protected List<String> further() {
        return RoundTripTest.written(
                List.of("GraphML"),
                "<graphml xmlns:y=\"http://www.yworks.com/xml/graphml\"><key id=\"d0\" for=\"node\" yfiles.type=\"nodegraphics\"/>"
                        + "<graph edgedefault=\"undirected\"><node id=\"n0\"><data key=\"d0\"><y:ShapeNode><y:NodeLabel>Ann"
                        + "<y:LabelModel/></y:NodeLabel></y:ShapeNode></data><port name=\"p\"/><graph edgedefault=\"directed\"/>"
                        + "</node><node id=\"n1\"/><hyperedge><endpoint node=\"n0\"/></hyperedge>"
                        + "<edge id=\"e\" source=\"n0\" target=\"n1\" sourceport=\"p\"/></graph></graphml>");
    }

    @Override
    protected List<String> broken() {
        return List.of("<graphml><graph edgedefault=\"undirected\"><node id=\"a\"/>", "no xml");
    }
}
