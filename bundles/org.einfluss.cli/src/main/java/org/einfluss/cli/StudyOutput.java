package org.einfluss.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.einfluss.api.CancelledException;
import org.einfluss.api.InputException;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.study.Component;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Runner;
import org.einfluss.api.study.Study;
import org.einfluss.charts.ChartFile;
import org.einfluss.charts.ChartView;
import org.einfluss.charts.FigureChart;
import org.einfluss.engine.experiment.Configured;
import org.einfluss.engine.parameters.Names;
import org.einfluss.engine.run.ForeignCall;
import org.einfluss.engine.study.Outcome;
import org.einfluss.engine.study.Provenance;
import org.einfluss.engine.study.StudyFolder;
import org.einfluss.host.Installed;
import org.jfree.chart.JFreeChart;

/** Runs a study to its end and writes all that comes of it: tables, figures, workbook, and a few lines for the reader. */
final class StudyOutput {
    private static final String SUMMARY = "study-summary";
    private static final int HEADLINES = 3;

    private final Context context;
    private final FigureOptions options;
    private boolean isWhole = true;

    StudyOutput(Context context, FigureOptions options) {
        this.context = context;
        this.options = options;
    }

    /** Runs what is missing of a study, then writes its findings; returns the exit code. */
    int complete(StudyFolder folder, Runner runner, Provenance provenance, boolean json)
            throws IOException, InterruptedException {
        try {
            return run(folder, runner, provenance, json);
        } catch (CancelledException | InterruptedException cancelled) {
            context.tell(context.messages().text("study.kept", folder.path()));
            throw cancelled;
        }
    }

    private int run(StudyFolder folder, Runner runner, Provenance provenance, boolean json)
            throws IOException, InterruptedException {
        Outcome outcome = folder.run(runner, provenance, context.progress());
        Study study = folder.study();
        List<Findings> findings = findings(study);
        List<Path> files = new ArrayList<>();
        for (Findings one : findings) {
            files.addAll(write(one, folder.write(one)));
        }
        Path workbook = folder.path().resolve("study.xlsx");
        try {
            context.einfluss().export("workbook", study, findings, workbook, context.progress());
            files.add(workbook);
        } catch (InputException impossible) {
            context.tell(impossible.getMessage());
            isWhole = false;
        }
        if (json) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("study", folder.path());
            tree.put("id", folder.plan().id());
            tree.put("digest", outcome.digest());
            tree.put("runs", outcome.runs());
            tree.put("failed", outcome.failed());
            tree.put("failures", outcome.failures());
            tree.put("censored", outcome.censored());
            tree.put("headlines", headlines(findings).stream().map(Trees::of).toList());
            tree.put("findings", findings.stream().map(Trees::of).toList());
            tree.put("files", files);
            context.json(tree);
        } else {
            report(folder, outcome, findings, files);
        }
        return outcome.failed() == 0 ? exitCode() : Commands.FAILED;
    }

    /**
     * The findings that the experiment asks for, or a summary where it asks for none. An analysis that cannot be made is told
     * and left out, so that it does not take the others with it.
     */
    List<Findings> findings(Study study) {
        List<Component> asked = study.plan().analyses();
        if (asked.isEmpty()) {
            return List.of(context.einfluss().analyse(study, Configured.of(SUMMARY), context.progress()));
        }
        List<Findings> findings = new ArrayList<>();
        for (Component analysis : asked) {
            try {
                findings.add(context.einfluss().analyse(study, analysis, context.progress()));
            } catch (InputException impossible) {
                context.tell(context.messages().text("study.analysis-failed", analysis.id(), impossible.getMessage()));
                isWhole = false;
            }
        }
        return findings;
    }

    /** Returns the exit code of findings: failed when one of them could not be made. */
    int exitCode() {
        return isWhole ? Commands.DONE : Commands.FAILED;
    }

    /** Writes the figures of findings beside their tables; returns the pictures. */
    List<Path> write(Findings findings, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        for (Figure figure : findings.figures()) {
            files.addAll(draw(FigureChart.draw(figure), folder.resolve(figure.name())));
        }
        for (Installed.Offered<ChartView> offered : context.views()) {
            ChartView view = offered.service();
            String name = view.getClass().getSimpleName();
            try {
                Optional<JFreeChart> chart = ForeignCall.make(
                        "chart view " + name + " of " + offered.origin().name(),
                        context.tolerance(),
                        context.progress(),
                        alive -> view.draws(findings) ? Optional.of(view.draw(findings)) : Optional.empty());
                if (chart.isPresent()) {
                    files.addAll(draw(chart.get(), folder.resolve(Names.kebab(name))));
                }
            } catch (InputException impossible) {
                context.tell(impossible.getMessage());
                isWhole = false;
            }
        }
        return files;
    }

    private List<Path> draw(JFreeChart chart, Path stem) throws IOException {
        context.progress().checkCancelled();
        List<Path> files = new ArrayList<>();
        for (FigureOptions.Format format : options.formats()) {
            Path file = stem.resolveSibling(stem.getFileName() + "." + format.name());
            switch (format) {
                case png -> ChartFile.writePng(chart, file, options.width(), options.height(), options.dpi());
                case svg -> ChartFile.writeSvg(chart, file, options.width(), options.height());
                case pdf -> ChartFile.writePdf(chart, file, options.width(), options.height());
            }
            files.add(file);
        }
        return files;
    }

    private void report(StudyFolder folder, Outcome outcome, List<Findings> findings, List<Path> files) {
        Plan plan = folder.plan();
        context.say("study.done", plan.title(), outcome.runs(), plan.points().size());
        if (outcome.failed() > 0) {
            context.say("study.failed", outcome.failed());
            outcome.failures().forEach((reason, count) -> context.say("study.failure", count, reason));
        }
        if (outcome.censored() > 0) {
            context.say("study.censored", outcome.censored());
        }
        print(headlines(findings));
        findings.stream().flatMap(one -> one.notes().stream()).distinct().forEach(note -> context.say("note", note));
        plan.notes().forEach(note -> context.say("note", note));
        context.say("study.digest", outcome.digest());
        context.say("study.folder", folder.path());
        for (Path file : files) {
            context.say("file", folder.path().relativize(file));
        }
    }

    /** Prints numbers with their intervals. */
    void print(List<Findings.Headline> headlines) {
        for (Findings.Headline one : headlines) {
            String value = Numbers.of(one.value(), context.messages().locale())
                    + (one.unit().isEmpty() ? "" : " " + context.translate(one.unit()));
            if (Double.isNaN(one.low())) {
                context.say("headline", one.label(), value);
            } else {
                context.say(
                        "headline.interval",
                        one.label(),
                        value,
                        Numbers.of(one.low(), context.messages().locale()),
                        Numbers.of(one.high(), context.messages().locale()),
                        one.interval());
            }
        }
    }

    /** The first headline of each findings, then the second of each, up to three in all. */
    static List<Findings.Headline> headlines(List<Findings> findings) {
        List<Findings.Headline> chosen = new ArrayList<>();
        for (int i = 0; chosen.size() < HEADLINES; i++) {
            int rank = i;
            List<Findings.Headline> ofRank = findings.stream()
                    .filter(one -> one.headlines().size() > rank)
                    .map(one -> one.headlines().get(rank))
                    .toList();
            if (ofRank.isEmpty()) {
                break;
            }
            ofRank.stream().limit(HEADLINES - chosen.size()).forEach(chosen::add);
        }
        return chosen;
    }
}
