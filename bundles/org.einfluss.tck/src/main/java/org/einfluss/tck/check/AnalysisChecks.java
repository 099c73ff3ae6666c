package org.einfluss.tck.check;

import java.util.List;
import org.einfluss.api.CancelledException;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.findings.Analysis;
import org.einfluss.api.findings.Calculation;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.StudyAnalysis;
import org.einfluss.api.study.Study;
import org.einfluss.engine.catalog.Kind;

/** The contract of a calculation, of an analysis of a dataset and of an analysis of a study: pure functions to findings. */
public final class AnalysisChecks extends ComponentChecks {
    private interface Function {
        Findings find(Record parameters, Progress progress) throws Exception;
    }

    /**
     * Makes the contract of one calculation.
     *
     * @param calculation the calculation
     * @param setup with what it is checked
     * @return the contract
     */
    @SuppressWarnings("unchecked") // every calculation takes the records that its own schema makes
    public static AnalysisChecks of(Calculation<?> calculation, Setup setup) {
        Calculation<Record> typed = (Calculation<Record>) calculation;
        return new AnalysisChecks(calculation, Kind.CALCULATION, setup, typed::calculate);
    }

    /**
     * Makes the contract of one analysis of datasets.
     *
     * @param analysis the analysis
     * @param datasets datasets that have what it needs
     * @param setup with what it is checked
     * @return the contract
     */
    @SuppressWarnings("unchecked") // every analysis takes the records that its own schema makes
    public static AnalysisChecks of(Analysis<?> analysis, List<Dataset> datasets, Setup setup) {
        Analysis<Record> typed = (Analysis<Record>) analysis;
        Dataset first = datasets.get(0);
        AnalysisChecks checks = new AnalysisChecks(
                analysis, Kind.ANALYSIS, setup, (parameters, progress) -> typed.analyse(first, parameters, progress));
        checks.clause(
                "answers for every dataset",
                "findings, or an InputException that says what the dataset lacks",
                "handle networks without nodes, without ties and without logs",
                () -> {
                    for (Dataset dataset : datasets) {
                        checks.answers((parameters, progress) -> typed.analyse(dataset, parameters, progress));
                    }
                    for (Dataset dataset : Samples.datasets(setup.networks())) {
                        checks.answers((parameters, progress) -> typed.analyse(dataset, parameters, progress));
                    }
                });
        return checks;
    }

    /**
     * Makes the contract of one analysis of studies.
     *
     * @param analysis the analysis
     * @param study a study that has what it needs
     * @param setup with what it is checked
     * @return the contract
     */
    @SuppressWarnings("unchecked") // every analysis takes the records that its own schema makes
    public static AnalysisChecks of(StudyAnalysis<?> analysis, Study study, Setup setup) {
        StudyAnalysis<Record> typed = (StudyAnalysis<Record>) analysis;
        AnalysisChecks checks = new AnalysisChecks(
                analysis,
                Kind.STUDY_ANALYSIS,
                setup,
                (parameters, progress) -> typed.analyse(study, parameters, progress));
        checks.clause(
                "says beforehand what it needs",
                "needs() names nothing for the plan of a study that is analysed, and something only for one that is refused",
                "answer needs() from the plan alone, and refuse in analyse() what needs() names",
                () -> {
                    for (Record parameters : checks.parameters()) {
                        List<String> lacking = typed.needs(parameters, study.plan());
                        if (!lacking.isEmpty()) {
                            throw new Violation("the study it was checked with lacks: " + String.join(" ", lacking));
                        }
                        for (Study other : Samples.studies()) {
                            refuses(typed, other, parameters);
                        }
                    }
                });
        checks.clause(
                "answers for every study",
                "findings, or an InputException that says what the study lacks",
                "handle studies with one point, one run, failed runs and without a log",
                () -> {
                    for (Study other : Samples.studies()) {
                        checks.answers((parameters, progress) -> typed.analyse(other, parameters, progress));
                    }
                });
        return checks;
    }

    private static void refuses(StudyAnalysis<Record> analysis, Study study, Record parameters) {
        List<String> lacking = analysis.needs(parameters, study.plan());
        if (!lacking.isEmpty()) {
            try {
                analysis.analyse(study, parameters, Progress.NONE);
            } catch (InputException asSaid) {
                return;
            }
            throw new Violation("needs() says '" + lacking.get(0) + "', but the study was analysed");
        }
    }

    private AnalysisChecks(Object component, Kind kind, Setup setup, Function function) {
        super(component, kind, setup);
        describedClause();
        parameterClauses();
        clause("its findings are whole", FindingsRules.EXPECTED, FindingsRules.ADVICE, () -> {
            for (Record parameters : parameters()) {
                FindingsRules.check(function.find(parameters, Progress.NONE), id());
            }
        });
        clause(
                "the same input gives the same findings",
                "equal tables, figures, headlines and notes when asked again",
                "read no clock, draw from keyed streams only, iterate over no hash tables, keep no state",
                () -> {
                    for (Record parameters : parameters()) {
                        FindingsRules.same(() -> function.find(parameters, Progress.NONE));
                    }
                });
        clause(
                "two threads never interfere",
                "findings on two threads at once as on one",
                "keep nothing in fields or static fields",
                () -> {
                    for (Record parameters : parameters()) {
                        FindingsRules.Work work = () -> function.find(parameters, Progress.NONE);
                        Twice.atOnce(() -> FindingsRules.same(work), () -> FindingsRules.same(work));
                    }
                });
        clause(
                "answers at the ends of the ranges",
                "findings, or an InputException with a sentence, at both ends of every range; cut short after a while",
                "handle the end of the range, exclude it, or say in a sentence what does not fit together",
                () -> {
                    for (Record parameters : endParameters()) {
                        FindingsRules.answers(() -> function.find(parameters, new Patience()), id(), parameters);
                    }
                });
        clause(
                "can be cancelled",
                "CancelledException, or findings where there is little to do, once the user has cancelled",
                "call progress.checkCancelled() every few milliseconds and let its exception pass",
                () -> {
                    for (Record parameters : parameters()) {
                        listens(function, parameters);
                    }
                });
    }

    private static void listens(Function function, Record parameters) throws Exception {
        try {
            function.find(parameters, new Cancelled());
        } catch (CancelledException asExpected) {
            // it may as well be done before it asks
        }
    }

    private void answers(Function other) throws Exception {
        for (Record parameters : parameters()) {
            FindingsRules.answers(() -> other.find(parameters, Progress.NONE), id(), parameters);
        }
    }
}
