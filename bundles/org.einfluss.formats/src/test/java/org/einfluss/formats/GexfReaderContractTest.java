package org.einfluss.formats;

import java.util.List;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.tck.DatasetFormatContract;

class GexfReaderContractTest extends DatasetFormatContract {
    @Override
    protected DatasetReader<?> reader() {
        return new GexfReader();
    }

    @Override
    protected List<String> settings() {
        return List.of("{direction: influences}");
    }

    @Override
    protected String example() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
                + "<graph defaultedgetype=\"directed\" mode=\"dynamic\" timeformat=\"double\">\n"
                + "<attributes class=\"node\">\n"
                + "<attribute id=\"0\" title=\"age\" type=\"long\"/>\n"
                + "<attribute id=\"1\" title=\"role\" type=\"string\"><default>member</default></attribute>\n"
                + "</attributes>\n"
                + "<attributes class=\"edge\"><attribute id=\"0\" title=\"close\" type=\"boolean\"/></attributes>\n"
                + "<nodes>\n"
                + "<node id=\"ann\" label=\"Ann\" start=\"1\"><attvalues><attvalue for=\"0\" value=\"41\"/></attvalues></node>\n"
                + "<node id=\"bob\" label=\"Bob\"><attvalues><attvalue for=\"1\" value=\"hub\"/></attvalues></node>\n"
                + "<node id=\"cem\" label=\"Cem\"/>\n"
                + "</nodes>\n"
                + "<edges>\n"
                + "<edge source=\"ann\" target=\"bob\" weight=\"2.5\" start=\"1\" end=\"3\"><attvalues><attvalue for=\"0\" value=\"true\"/></attvalues></edge>\n"
                + "<edge source=\"bob\" target=\"cem\" weight=\"1.0\" kind=\"advice\"/>\n"
                + "</edges>\n"
                + "</graph>\n"
                + "</gexf>\n";
    }

    @Override
    protected List<String> further() {
        return RoundTripTest.written(
                List.of("GEXF"),
                "<gexf version=\"1.2\"><graph mode=\"dynamic\"><attributes class=\"node\" mode=\"dynamic\"><attribute id=\"r\""
                        + " title=\"role\" type=\"string\"/></attributes><nodes><node id=\"a\"><attvalues><attvalue for=\"r\""
                        + " value=\"x\" start=\"1\" endopen=\"2\"/></attvalues><spells><spell start=\"1\"/><spell end=\"9\"/>"
                        + "</spells><nodes><node id=\"b\" pid=\"a\"/></nodes></node></nodes><edges><edge source=\"a\""
                        + " target=\"b\" type=\"mutual\" timestamps=\"&lt;[1, 2]&gt;\"/><edge source=\"b\" target=\"a\""
                        + " intervals=\"&lt;[1,2];(3,INF]&gt;\"/></edges></graph></gexf>");
    }

    @Override
    protected List<String> broken() {
        return List.of(
                "<gexf><graph><nodes><node id=\"a\"/>",
                "no xml",
                "<gexf><graph><nodes><node/></nodes></graph></gexf>",
                "<gexf><graph><edges><edge source=\"a\" target=\"b\"/></edges></graph></gexf>");
    }
}
