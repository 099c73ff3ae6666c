package org.einfluss.formats;

import java.util.List;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.tck.DatasetFormatContract;

class CascadeTextReaderContractTest extends DatasetFormatContract {
    @Override
    protected DatasetReader<?> reader() {
        return new CascadeTextReader();
    }

    @Override
    protected String example() {
        return "1,ann\n2,bob\n3,cem\n\n1,0,2,1.5\n3,0.5,1,2,2,4\n";
    }

    @Override
    protected List<String> further() {
        return List.of("0,ann\n1,\"b, c\"\n\n0;0,0,1,2.5\n1;1,0\n", "5,x\n7,y\n\n5,1341100972,7,1341100985\n");
    }

    @Override
    protected List<String> broken() {
        return List.of(
                "",
                "1,ann\n\n1,0,2\n",
                "1,ann\n\n1,0,2,3\n",
                "1,ann\n1,bob\n\n1,0\n",
                "1,ann\n\n1,soon\n",
                "1,ann,x\n");
    }
}
