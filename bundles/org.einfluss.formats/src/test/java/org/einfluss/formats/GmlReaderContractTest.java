package org.einfluss.formats;

import java.util.List;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.tck.DatasetFormatContract;

class GmlReaderContractTest extends DatasetFormatContract {
    @Override
    protected DatasetReader<?> reader() {
        return new GmlReader();
    }

    @Override
    protected List<String> settings() {
        return List.of("{direction: influences, parallel: keep, loops: keep}");
    }

    @Override
    protected String example() {
        return "# written by hand\n"
                + "graph [\n"
                + "  directed 1\n"
                + "  node [ id 0 label \"Ann\" age 41 trust 0.25 role \"hub &#38; more\" ]\n"
                + "  node [ id 1 label \"Bob\" ]\n"
                + "  node [ id 2 label \"Cem\" age 7 ]\n"
                + "  edge [ source 0 target 1 weight 2.5 kind \"mail\" ]\n"
                + "  edge [ source 1 target 2 weight 1 ]\n"
                + "]\n";
    }

    @Override
    protected List<String> further() {
        return RoundTripTest.written(
                List.of("GML"),
                "Creator \"yFiles\"\nVersion 2.2\ngraph [ hierarchic 1 node [ id 1 graphics [ x -1.5E3 fill \"#FFF\" ] ] node [ id 2 ]"
                        + " edge [ source 1 target 2 value +INF LabelGraphics [ text \"&quot;x&#x41;\" ] ] ]\n");
    }

    @Override
    protected List<String> broken() {
        return List.of(
                "graph [ node [ id 1 ]",
                "graph [ node [ label \"a\" ] ]",
                "graph [ edge [ source 1 target 2 ] ]",
                "no gml");
    }
}
