package org.einfluss.formats;

import java.util.List;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.tck.DatasetFormatContract;

class UcinetReaderContractTest extends DatasetFormatContract {
    @Override
    protected DatasetReader<?> reader() {
        return new UcinetReader();
    }

    @Override
    protected List<String> settings() {
        return List.of("{direction: influences, parallel: keep, loops: keep}");
    }

    @Override
    protected String example() {
        return "dl n = 4\n"
                + "format = edgelist1\n"
                + "labels:\n"
                + "ann, bob,cem\n"
                + "\"dee dee\"\n"
                + "data:\n"
                + "1 2 2.5\n"
                + "2 3 1.0\n"
                + "4 1 3.0\n";
    }

    @Override
    protected List<String> further() {
        return RoundTripTest.written(
                List.of("UCINET DL"),
                "DL N=3 NM=2\nFORMAT=FULLMATRIX\nLABELS:\na,b,c\nMATRIX LABELS:\nlikes,helps\nDATA:\n0 1 0\n1 0 0\n0 1 0\n0 0 1\n0 0 0\n1 0 0\n",
                "dl n=4 format=nodelist1 labels embedded\ndata:\nann bob cem\nbob cem\ncem dee\n",
                "dl nr=2 nc=3 format=fullmatrix\nrow labels:\na,b\ncolumn labels:\nx,y,z\ndata:\n1 0 1\n0 1 0\n");
    }

    @Override
    protected List<String> broken() {
        return List.of(
                "dl n = 2\ndata:\n0 1\n",
                "dl n = 2\nformat = edgelist1\ndata:\n1 3\n",
                "n = 2\ndata:\n0 1 1 0\n",
                "dl n = 2\nformat = linkedlist\ndata:\n");
    }
}
