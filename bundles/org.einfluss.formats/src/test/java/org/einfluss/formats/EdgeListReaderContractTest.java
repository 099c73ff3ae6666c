package org.einfluss.formats;

import java.util.List;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.tck.DatasetFormatContract;

class EdgeListReaderContractTest extends DatasetFormatContract {
    @Override
    protected DatasetReader<?> reader() {
        return new EdgeListReader();
    }

    @Override
    protected List<String> settings() {
        return List.of("{direction: influences}");
    }

    @Override
    protected String example() {
        return "source,target\n1,2\n2,3\n3,1\n";
    }

    @Override
    protected List<String> further() {
        return RoundTripTest.written(
                List.of("edge list, commas", "edge list, tabs", "edge list, blanks"),
                "# Nodes: 3 Edges: 2\n# FromNodeId\tToNodeId\n0\t1\n1\t2\n",
                "from;to;weight;date\r\n\"Ann; B.\";bob;1,5;2012-07-04\r\nbob;\"say \"\"hi\"\"\";0,25;NA\r\n");
    }

    @Override
    protected List<String> broken() {
        return List.of("source,target\n1,2\n2\n");
    }
}
