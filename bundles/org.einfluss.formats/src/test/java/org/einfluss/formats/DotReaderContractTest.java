package org.einfluss.formats;

import java.util.List;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.tck.DatasetFormatContract;

class DotReaderContractTest extends DatasetFormatContract {
    @Override
    protected DatasetReader<?> reader() {
        return new DotReader();
    }

    @Override
    protected List<String> settings() {
        return List.of("{direction: influences, parallel: keep, loops: keep}");
    }

    @Override
    protected String example() {
        return "digraph friends {\n"
                + "  // who writes to whom\n"
                + "  ann [age=41, role=\"the \\\"hub\\\"\"];\n"
                + "  bob; cem\n"
                + "  ann -> bob [weight=2.5, kind=mail];\n"
                + "  bob -> cem [weight=1.0];\n"
                + "}\n";
    }

    @Override
    protected List<String> further() {
        return RoundTripTest.written(
                List.of("DOT"),
                "strict graph { node [shape=box]; edge [weight=2]; subgraph cluster_a { a; b:n } -- { c d } [label=<<b>x</b>>];"
                        + " e -- f -- g /* more */; \"two \\\n words\" -- a }\n");
    }

    @Override
    protected List<String> broken() {
        return List.of("digraph { a -> ", "graph { a -> b }", "digraph { a -> b [x=}", "no dot");
    }
}
