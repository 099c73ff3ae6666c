package org.einfluss.workbench.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.study.Component;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.einfluss.engine.Einfluss;
import org.einfluss.engine.experiment.Configured;
import org.einfluss.engine.experiment.ExperimentFile;
import org.einfluss.engine.run.LocalRunner;
import org.einfluss.engine.study.Outcome;
import org.einfluss.engine.study.Provenance;
import org.einfluss.engine.study.StudyFolder;
import org.einfluss.workbench.session.Session;

/** What is done to studies in the background; the same calls in the same order as on the command line. */
public final class StudyWork {
    private static final String SUMMARY = "study-summary";
    private static final int ID_DIGITS = 8;

    private StudyWork() {}

    /**
     * A study that is complete, with all that is shown of it.
     *
     * @param rows the study, to be asked for its runs
     * @param outcome how it ended
     * @param findings what was found
     * @param charts the charts of each of the findings
     * @param impossible sentences on analyses that could not be made
     */
    public record Result(
            Study rows,
            Outcome outcome,
            List<Findings> findings,
            List<FindingsPane.Charts> charts,
            List<String> impossible) {}

    /**
     * Plans an experiment and makes the folder of its study; a study of the same plan that is there already is opened.
     *
     * @param session what all views share
     * @param text text of the experiment file
     * @param name name of the experiment, part of the folder's name
     * @param folder where files named in it are looked for
     * @param progress asked for cancellation
     * @throws IOException when something cannot be read or written
     */
    public static StudyFolder create(Session session, String text, String name, Path folder, Progress progress)
            throws IOException {
        Plan plan = session.einfluss().plan(ExperimentFile.read(text, name + ".yaml"), folder, progress);
        Path target = session.home().studies().resolve(name + "-" + plan.id().substring(0, ID_DIGITS));
        return Files.exists(target.resolve("plan.json"))
                ? session.einfluss().open(target)
                : session.einfluss().create(target, text, plan);
    }

    /**
     * Runs what is missing of a study and makes its findings, which are written to its folder.
     *
     * @param session what all views share
     * @param study its folder
     * @param progress told how far it is
     * @throws IOException when something cannot be read or written
     * @throws InterruptedException when the job is ended
     */
    public static Result run(Session session, StudyFolder study, Progress progress)
            throws IOException, InterruptedException {
        study.run(new LocalRunner(session.threads()), new Provenance(Optional.empty(), Optional.empty()), progress);
        Result result = open(session, study, progress);
        for (Findings one : result.findings()) {
            study.write(one);
        }
        return result;
    }

    /**
     * Makes the findings that the experiment of a complete study asks for, or a summary where it asks for none. The summary is shown in
     * any case, first.
     *
     * @param session what all views share
     * @param study its folder
     * @param progress told how far it is
     * @throws IOException when something cannot be read
     */
    public static Result open(Session session, StudyFolder study, Progress progress) throws IOException {
        Study rows = study.study();
        List<Findings> findings = new ArrayList<>();
        List<String> impossible = new ArrayList<>();
        boolean summarised =
                rows.plan().analyses().stream().anyMatch(asked -> asked.id().equals(SUMMARY));
        if (!summarised) {
            findings.add(session.einfluss().analyse(rows, Configured.of(SUMMARY), progress));
        }
        for (Component analysis : rows.plan().analyses()) {
            try {
                Findings made = session.einfluss().analyse(rows, analysis, progress);
                findings.add(analysis.id().equals(SUMMARY) ? 0 : findings.size(), made);
            } catch (InputException refused) {
                impossible.add(analysis.id() + ": " + refused.getMessage());
            }
        }
        List<FindingsPane.Charts> charts = new ArrayList<>();
        for (Findings one : findings) {
            progress.checkCancelled();
            charts.add(FindingsPane.draw(session, one, progress));
        }
        return new Result(rows, study.outcome(), findings, charts, impossible);
    }

    /**
     * Writes the workbook of a complete study.
     *
     * @param session what all views share
     * @param study its folder
     * @param findings what was found
     * @param file where to
     * @param progress told how far it is
     * @throws IOException when it cannot be written
     */
    public static Path workbook(
            Session session, StudyFolder study, List<Findings> findings, Path file, Progress progress)
            throws IOException {
        List<String> asked = study.plan().analyses().stream().map(Component::id).toList();
        List<Findings> written = findings.stream()
                .filter(one -> asked.isEmpty() || asked.contains(one.kind()))
                .toList(); // the summary that is shown in any case is a sheet of the workbook anyway
        Study whole = study.study();
        session.einfluss().export("workbook", whole, written, file, progress);
        Einfluss.missingDatasets(whole)
                .forEach(sentence -> session.log().tell(session.texts().translate(sentence)));
        return file;
    }
}
