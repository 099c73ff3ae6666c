package org.einfluss.engine.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.einfluss.api.CancelledException;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Findings.Headline;
import org.einfluss.api.findings.Table;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.Estimate;
import org.einfluss.api.study.Estimates;
import org.einfluss.api.study.Runner;
import org.einfluss.api.study.Study;
import org.einfluss.engine.Einfluss;
import org.einfluss.engine.experiment.Configured;
import org.einfluss.engine.experiment.Experiment;
import org.einfluss.engine.experiment.ExperimentFile;
import org.einfluss.engine.parameters.Names;
import org.einfluss.engine.parameters.Setting;
import org.einfluss.engine.verify.Verdict.Status;
import org.einfluss.graph.Column;

/** Computes the numbers of a registry and compares them with what is known. What several oracles read is computed once. Not thread-safe. */
public final class Verification {
    private final Einfluss einfluss;
    private final Runner runner;
    private final Map<String, Findings> findings = new HashMap<>();
    private Optional<Experiment> lastExperiment = Optional.empty();
    private Optional<Study> lastStudy = Optional.empty();

    /** A number with its standard error. */
    private record Got(double value, double standardError) {}

    /**
     * Prepares to compute.
     *
     * @param einfluss computes; its catalogue has the networks of the registry
     * @param runner where shards of experiments are executed; in this process
     */
    public Verification(Einfluss einfluss, Runner runner) {
        this.einfluss = einfluss;
        this.runner = runner;
    }

    /**
     * Computes every number of a registry.
     *
     * @param registry the oracles
     * @param progress told which oracle is computed, asked for cancellation
     * @return one verdict for each oracle, in the order of the registry
     * @throws IOException when a dataset cannot be read
     * @throws InterruptedException when the calling thread is interrupted
     */
    public List<Verdict> of(OracleRegistry registry, Progress progress) throws IOException, InterruptedException {
        List<Verdict> verdicts = new ArrayList<>();
        for (Oracle oracle : registry.oracles()) {
            progress.checkCancelled();
            progress.report(verdicts.size(), registry.oracles().size(), oracle.name());
            verdicts.add(verdict(oracle, new Within(progress)));
        }
        return verdicts;
    }

    private Verdict verdict(Oracle oracle, Progress progress) throws IOException, InterruptedException {
        try {
            Got got = got(oracle, progress);
            return compare(oracle, got);
        } catch (CancelledException cancelled) {
            throw cancelled;
        } catch (InputException mistake) {
            return error(oracle, mistake.getMessage());
        } catch (RuntimeException broken) {
            return error(oracle, broken.toString()); // one broken component must not hide the verdicts on all others
        }
    }

    private static Verdict error(Oracle oracle, String reason) {
        return new Verdict(oracle, Status.ERROR, Double.NaN, Double.NaN, Double.NaN, oracle.place() + ": " + reason);
    }

    static Verdict compare(Oracle oracle, double value, double standardError) {
        return compare(oracle, new Got(value, standardError));
    }

    private static Verdict compare(Oracle oracle, Got got) {
        Reference reference = oracle.reference();
        boolean simulated = reference.kind() == Reference.Kind.MC;
        if (simulated && Double.isNaN(got.standardError())) {
            return error(oracle, "The kind MC needs an estimate with a standard error, and this number has none");
        }
        double tolerance = reference.tolerance(got.standardError());
        boolean near = Double.isNaN(reference.value())
                ? Double.isNaN(got.value())
                : Math.abs(got.value() - reference.value()) <= tolerance;
        String reason = "";
        if (simulated && got.standardError() > reference.precision()) {
            near = false;
            reason = oracle.place() + ": The standard error " + got.standardError() + " is more than the "
                    + reference.precision() + " at which the comparison means anything; ask for more replicates";
        }
        return new Verdict(
                oracle, near ? Status.PASS : Status.FAIL, got.value(), got.standardError(), tolerance, reason);
    }

    private Got got(Oracle oracle, Progress progress) throws IOException, InterruptedException {
        if (oracle.reading() instanceof Oracle.Reading.Estimated estimated) {
            Oracle.Subject.OfExperiment subject = (Oracle.Subject.OfExperiment) oracle.subject();
            return estimate(study(subject.experiment(), progress), estimated);
        }
        Findings found = findings(oracle.subject(), progress);
        if (oracle.reading() instanceof Oracle.Reading.OfHeadline wanted) {
            List<Headline> same = found.headlines().stream()
                    .filter(headline -> headline.label().equals(wanted.label()))
                    .toList();
            if (same.size() != 1) {
                throw new InputException(Names.unknown(
                        "headline",
                        wanted.label(),
                        found.headlines().stream().map(Headline::label).toList()));
            }
            return new Got(same.get(0).value(), Double.NaN);
        }
        return cell(found, (Oracle.Reading.Cell) oracle.reading());
    }

    private Findings findings(Oracle.Subject subject, Progress progress) throws IOException, InterruptedException {
        String key = key(subject);
        Findings known = findings.get(key);
        if (known == null) {
            known = compute(subject, progress);
            findings.put(key, known);
        }
        return known;
    }

    private Findings compute(Oracle.Subject subject, Progress progress) throws IOException, InterruptedException {
        if (subject instanceof Oracle.Subject.OfFormula formula) {
            return einfluss.calculate(formula.calculation(), progress);
        }
        if (subject instanceof Oracle.Subject.OfDataset analysed) {
            Dataset dataset = einfluss.dataset(analysed.dataset(), progress);
            return einfluss.analyse(dataset, analysed.analysis(), progress);
        }
        Oracle.Subject.OfExperiment asked = (Oracle.Subject.OfExperiment) subject;
        return einfluss.analyse(
                study(asked.experiment(), progress), asked.analysis().orElseThrow(), progress);
    }

    /** What tells subjects apart: all but the places in messages. */
    private static String key(Oracle.Subject subject) {
        if (subject instanceof Oracle.Subject.OfFormula formula) {
            return key("calculation", formula.calculation());
        }
        if (subject instanceof Oracle.Subject.OfDataset analysed) {
            return key("analysis of " + analysed.dataset(), analysed.analysis());
        }
        Oracle.Subject.OfExperiment asked = (Oracle.Subject.OfExperiment) subject;
        return key(ExperimentFile.write(asked.experiment()), asked.analysis().orElseThrow());
    }

    private static String key(String what, Configured configured) {
        return what + " " + configured.id() + " " + configured.settings().flow();
    }

    /** The rows of one study at a time are kept, since oracles of one experiment stand together. */
    private Study study(Experiment experiment, Progress progress) throws IOException, InterruptedException {
        boolean same = lastExperiment
                .filter(last -> ExperimentFile.write(last).equals(ExperimentFile.write(experiment)))
                .isPresent();
        if (!same) {
            lastExperiment = Optional.empty();
            lastStudy = Optional.empty();
            lastStudy = Optional.of(einfluss.run(einfluss.plan(experiment, Path.of("."), progress), runner, progress));
            lastExperiment = Optional.of(experiment);
        }
        return lastStudy.orElseThrow();
    }

    private static Got estimate(Study study, Oracle.Reading.Estimated wanted) {
        int point = point(study, wanted.where());
        study.plan().variable(wanted.variable());
        Estimates estimates = study.estimates();
        if (wanted.statistic() == Oracle.Statistic.MEDIAN) {
            return new Got(estimates.median(point, wanted.variable()), Double.NaN);
        }
        Estimate estimate = switch (wanted.statistic()) {
            case SHARE -> estimates.share(point, wanted.variable(), wanted.cut());
            case MEAN_ABOVE -> estimates.meanAbove(point, wanted.variable(), wanted.cut());
            case DIFFERENCE -> estimates.pairedDifference(point, point(study, wanted.baseline()), wanted.variable());
            default -> estimates.mean(point, wanted.variable());
        };
        if (estimate.failed() > 0) {
            throw new InputException(estimate.failed() + " runs failed");
        }
        return new Got(estimate.value(), estimate.standardError());
    }

    private static int point(Study study, Map<String, Setting> where) {
        for (Map.Entry<String, Setting> level : where.entrySet()) {
            if (!study.plan().factors().contains(level.getKey())) {
                throw level.getValue()
                        .mistake(Names.unknown(
                                "factor", level.getKey(), study.plan().factors()));
            }
        }
        List<DesignPoint> meant = study.plan().points().stream()
                .filter(point -> where.entrySet().stream()
                        .allMatch(level -> isSame(point.factors().getOrDefault(level.getKey(), ""), level.getValue())))
                .toList();
        if (meant.size() != 1) {
            throw new InputException(meant.size() + " design points have the levels " + flow(where)
                    + "; one was expected, of: "
                    + study.plan().points().stream().map(DesignPoint::label).toList());
        }
        return meant.get(0).index();
    }

    private static Got cell(Findings found, Oracle.Reading.Cell wanted) {
        Table table = found.table(wanted.table())
                .orElseThrow(() -> new InputException(Names.unknown(
                        "table",
                        wanted.table(),
                        found.tables().stream().map(Table::name).toList())));
        Column column = column(table, wanted.column());
        Map<Column, Setting> levels = new HashMap<>();
        wanted.row().forEach((name, value) -> levels.put(column(table, name), value));
        int row = -1;
        int rows = 0;
        for (int i = 0; i < table.rows(); i++) {
            int at = i;
            if (levels.entrySet().stream()
                    .allMatch(level -> isSame(level.getKey().textAt(at), level.getValue()))) {
                row = i;
                rows++;
            }
        }
        if (rows != 1) {
            throw new InputException("The table '" + table.name() + "' has " + rows + " rows with " + flow(wanted.row())
                    + ", of " + table.rows() + "; one was expected");
        }
        boolean hasError = table.columns().stream().anyMatch(one -> one.name().equals(wanted.errorColumn()));
        double error = hasError ? column(table, wanted.errorColumn()).doubleAt(row) : Double.NaN;
        return new Got(column.doubleAt(row), error);
    }

    private static Column column(Table table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException(Names.unknown(
                        "column of the table '" + table.name() + "'",
                        name,
                        table.columns().stream().map(Column::name).toList())));
    }

    /** Whether a value is the one written: the same text, or the same number but for rounding. */
    private static boolean isSame(String text, Setting written) {
        String asked = written instanceof Setting.Scalar scalar ? scalar.text() : written.flow();
        if (asked.equals(text)) {
            return true;
        }
        try {
            double number = Double.parseDouble(asked);
            return Math.abs(Double.parseDouble(text) - number) <= 1e-9 * Math.abs(number);
        } catch (NumberFormatException textOnly) {
            return false;
        }
    }

    private static String flow(Map<String, Setting> levels) {
        List<String> texts = new ArrayList<>();
        levels.forEach((name, value) -> texts.add(name + " " + value.flow()));
        return texts.isEmpty() ? "no levels given" : String.join(", ", texts);
    }

    /** Passes cancellation on, and keeps what an analysis tells of itself from replacing which oracle is computed. */
    private record Within(Progress progress) implements Progress {
        @Override
        public void report(long done, long total, String what) {
            // the oracle's name says enough
        }

        @Override
        public boolean isCancelled() {
            return progress.isCancelled();
        }
    }
}
