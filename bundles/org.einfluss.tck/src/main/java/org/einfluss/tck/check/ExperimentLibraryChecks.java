package org.einfluss.tck.check;

import org.einfluss.api.study.ExperimentLibrary;
import org.einfluss.engine.experiment.ExperimentFile;

/** The contract of a library of ready experiments. */
public final class ExperimentLibraryChecks extends ComponentChecks {
    /**
     * Makes the contract of one library.
     *
     * @param library the library
     */
    public ExperimentLibraryChecks(ExperimentLibrary library) {
        super(library, ExperimentLibrary.class, Setup.standard());
        clause(
                "offers names in order",
                "at least one name, sorted, none twice",
                "sort what names() returns",
                () -> DatasetLibraryChecks.namesInOrder(library.names()));
        clause(
                "names are words joined by hyphens",
                "lower-case words or digits joined by hyphens, so that no file has such a name",
                "name it for example my-experiment",
                () -> library.names()
                        .forEach(name ->
                                FindingsRules.require(name.matches("[a-z0-9]+(-[a-z0-9]+)*"), "'" + name + "'")));
        clause(
                "every text is an experiment",
                "the text of an experiment file under every name",
                "try it with einfluss run before it goes into the bundle",
                () -> {
                    for (String name : library.names()) {
                        ExperimentFile.read(library.text(name), name);
                    }
                });
        clause(
                "the same name gives the same text",
                "equal texts from two threads at once",
                "read fixed content; keep nothing in fields that changes",
                () -> {
                    for (String name : library.names()) {
                        String text = library.text(name);
                        Twice.Work again = () -> FindingsRules.require(
                                text.equals(library.text(name)), "another text of '" + name + "'");
                        Twice.atOnce(again, again);
                    }
                });
    }
}
