package org.einfluss.tck.check;

import java.util.Arrays;
import java.util.List;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.DatasetLibrary;

/** The contract of a library of datasets. */
public final class DatasetLibraryChecks extends ComponentChecks {
    private static final String NONE_SUCH = "no-dataset-has-this-name";

    /**
     * Makes the contract of one library.
     *
     * @param library the library
     */
    public DatasetLibraryChecks(DatasetLibrary library) {
        super(library, DatasetLibrary.class, Setup.standard());
        clause(
                "offers names in order",
                "at least one dataset, sorted by name, no name twice",
                "sort what datasets() returns",
                () -> namesInOrder(
                        library.datasets().stream().map(DatasetDescriptor::name).toList()));
        clause(
                "says what it offers",
                "a title, a description, a source and a licence of every dataset",
                "say in the descriptor where the data come from and who may use them",
                () -> library.datasets().forEach(DatasetLibraryChecks::requireDescribed));
        clause(
                "opens what it offers",
                "each dataset under the name that it was asked for, with nodes",
                "return the dataset with the descriptor of the list",
                () -> {
                    for (DatasetDescriptor offered : library.datasets()) {
                        Dataset opened = library.open(offered.name(), Progress.NONE);
                        String name = opened.descriptor().name();
                        FindingsRules.require(
                                name.equals(offered.name()), "asked for '" + offered.name() + "', got '" + name + "'");
                        FindingsRules.require(opened.network().nodes() > 0, "'" + name + "' has no node");
                    }
                });
        clause(
                "the same name gives the same dataset",
                "equal networks from two threads at once",
                "read fixed content; keep nothing in fields that changes",
                () -> {
                    for (DatasetDescriptor offered : library.datasets()) {
                        byte[] hash = sha256(library, offered);
                        Twice.Work again = () -> FindingsRules.require(
                                Arrays.equals(hash, sha256(library, offered)), "another '" + offered.name() + "'");
                        Twice.atOnce(again, again);
                    }
                });
        clause(
                "refuses other names",
                "InputException that names what there is not",
                "throw an InputException for a name that is not offered",
                () -> {
                    try {
                        library.open(NONE_SUCH, Progress.NONE);
                    } catch (InputException refused) {
                        FindingsRules.require(
                                refused.getMessage().contains(NONE_SUCH), "'" + refused.getMessage() + "'");
                        return;
                    }
                    throw new Violation("'" + NONE_SUCH + "' was opened");
                });
    }

    private static byte[] sha256(DatasetLibrary library, DatasetDescriptor offered) throws Exception {
        return library.open(offered.name(), Progress.NONE).network().sha256();
    }

    private static void requireDescribed(DatasetDescriptor offered) {
        for (String text : List.of(offered.title(), offered.description(), offered.source(), offered.licence())) {
            FindingsRules.require(!text.isBlank(), "'" + offered.name() + "' leaves one of them empty");
        }
    }

    static void namesInOrder(List<String> names) {
        FindingsRules.require(!names.isEmpty(), "none");
        for (int i = 1; i < names.size(); i++) {
            FindingsRules.require(
                    names.get(i - 1).compareTo(names.get(i)) < 0,
                    "'" + names.get(i) + "' after '" + names.get(i - 1) + "'");
        }
    }
}
