package org.einfluss.tck.check;

import java.util.HashSet;
import java.util.Set;
import org.einfluss.api.CancelledException;
import org.einfluss.api.InputException;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.graph.Column;

/** What all findings keep to. */
final class FindingsRules {
    static final String EXPECTED =
            "kind is the component's id; titled tables with unique names, named columns; figures over them with labelled axes";
    static final String ADVICE =
            "name every table, column and axis, with units; draw figures over tables of the findings";

    private FindingsRules() {}

    /** Gives findings, or refuses in a sentence. */
    interface Work {
        Findings find() throws Exception;
    }

    static void check(Findings findings, String id) {
        require(findings.kind().equals(id), "kind is '" + findings.kind() + "' and the id is '" + id + "'");
        require(!findings.title().isBlank(), "the findings have no title");
        require(!findings.tables().isEmpty(), "there is no table");
        Set<String> names = new HashSet<>();
        for (Table table : findings.tables()) {
            require(names.add(table.name()), "two tables named " + table.name());
            require(!table.title().isBlank(), "table " + table.name() + " has no title");
            require(!table.columns().isEmpty(), "table " + table.name() + " has no columns");
            for (Column column : table.columns()) {
                require(!column.name().isBlank(), "table " + table.name() + " has a column without name");
            }
        }
        Set<String> figures = new HashSet<>();
        for (Figure figure : findings.figures()) {
            require(figures.add(figure.name()), "two figures named " + figure.name());
            require(!figure.title().isBlank(), "figure " + figure.name() + " has no title");
            require(!figure.series().isEmpty(), "figure " + figure.name() + " has no series");
            require(
                    findings.tables().contains(figure.table()),
                    "the table of figure " + figure.name() + " is none of the findings'");
            require(
                    !figure.x().label().isBlank() && !figure.y().label().isBlank(),
                    "figure " + figure.name() + " has an axis without label");
        }
        for (String note : findings.notes()) {
            require(!note.isBlank(), "an empty note");
        }
        for (Findings.Headline headline : findings.headlines()) {
            require(!headline.label().isBlank(), "a headline without label");
            require(
                    !(headline.low() > headline.value() || headline.high() < headline.value()),
                    "headline '" + headline.label() + "' lies outside its interval");
        }
    }

    /** Sees that the same input gives the same findings. */
    static void same(Work work) throws Exception {
        Findings first = work.find();
        Findings second = work.find();
        require(first.tables().equals(second.tables()), "other tables the second time");
        require(first.figures().equals(second.figures()), "other figures the second time");
        require(
                first.headlines().equals(second.headlines()) && first.notes().equals(second.notes()),
                "other headlines or notes the second time");
    }

    /** Sees that there is an answer: findings or a sentence. */
    static void answers(Work work, String id, Object what) throws Exception {
        try {
            check(work.find(), id);
        } catch (CancelledException tooLong) {
            // as long as it listens, it may take long
        } catch (InputException refused) {
            require(!refused.getMessage().isBlank(), "an empty sentence for " + what);
        } catch (Violation violation) {
            throw new Violation("with " + what + ": " + violation.getMessage());
        } catch (RuntimeException thrown) {
            throw new Violation("with " + what + ": " + Clause.describe(thrown));
        }
    }

    static void require(boolean kept, String found) {
        if (!kept) {
            throw new Violation(found);
        }
    }
}
