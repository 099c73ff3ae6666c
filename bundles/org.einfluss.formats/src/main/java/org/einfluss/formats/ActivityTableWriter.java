package org.einfluss.formats;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.data.ActivityLog;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetWriter;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.ImportReport.Change;
import org.einfluss.api.data.ImportReport.Place;
import org.einfluss.formats.internal.LogTable;
import org.einfluss.formats.internal.Quoting;
import org.einfluss.formats.internal.Times;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Writes an activity log with one act per line: {@code user,action,target,time}. Times that were dates are dates again. The network is not part
 * of it, nor is what is said about the log, nor whether targets are nodes or things, which its reader is told.
 */
@Component(service = DatasetWriter.class)
@Described(
        id = "activity-table",
        name = "Activity table",
        summary = "One act per line: user, action, target, time; posts, likes, comments, follows.")
public final class ActivityTableWriter implements DatasetWriter<ActivityTableWriter.Parameters> {
    /**
     * What is written.
     *
     * @param log name of the log, or {@code first}
     */
    public record Parameters(
            @Param(value = "Name of the log", initial = "first")
            String log) {}

    /** Makes the writer. */
    public ActivityTableWriter() {}

    @Override
    public String extension() {
        return "acts.csv";
    }

    private static ActivityLog log(Dataset dataset, Parameters parameters) {
        List<ActivityLog> logs = dataset.activities();
        if (logs.isEmpty()) {
            throw new InputException("The dataset has no activity log. There is nothing to write.");
        }
        return parameters.log().equals("first")
                ? logs.get(0)
                : logs.stream()
                        .filter(log -> log.name().equals(parameters.log()))
                        .findFirst()
                        .orElseThrow(() -> new InputException("There is no log '" + parameters.log()
                                + "'; the logs are "
                                + String.join(
                                        ", ",
                                        logs.stream().map(ActivityLog::name).toList()) + "."));
    }

    @Override
    public void check(Dataset dataset, Parameters parameters, ImportReport report) {
        ActivityLog log = log(dataset, parameters);
        BitSet there = new BitSet();
        BitSet actions = new BitSet();
        BitSet things = new BitSet();
        for (int i = 0; i < log.size(); i++) {
            there.set(log.actor()[i]);
            actions.set(log.action()[i]);
            if (log.target()[i] >= 0) {
                (log.isAmongNodes() ? there : things).set(log.target()[i]);
            }
        }
        LogLosses.tell(dataset, log.name(), there, "node that never acts dropped", report);
        for (int i = 0; i < log.actions().size(); i++) {
            tellName("action", log.actions().get(i), actions.get(i), report);
        }
        for (int i = 0; i < log.things().size(); i++) {
            tellName(
                    "target",
                    log.things().get(i),
                    things.get(i) && !LogTable.isMissing(log.things().get(i)),
                    report);
        }
        LogLosses.tellSaid(log.name(), Times.Written.of(log.meaning(), log.time()), log.timeUnit(), Double.NaN, report);
    }

    private static void tellName(String what, String name, boolean held, ImportReport report) {
        Place place = Place.of(what + " " + NetworkDraft.shortened(name));
        if (!held) {
            report.loss(Change.DROPPED, "name without acts, or that says there is none, dropped", place);
        } else if (!LogLosses.HOLDS.clean(name).equals(name) || !name.strip().equals(name)) {
            report.loss(Change.CONVERTED, "character replaced", place);
        }
    }

    @Override
    public void write(Dataset dataset, Parameters parameters, OutputStream out, ImportReport report, Progress progress)
            throws IOException {
        check(dataset, parameters, report);
        ActivityLog log = log(dataset, parameters);
        Network network = dataset.network();
        boolean labels = LogLosses.HOLDS.holdsIdentifiers(network);
        Times.Written times = Times.Written.of(log.meaning(), log.time());
        Quoting quoting = new Quoting(',');
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        text.write(quoting.line(List.of("user", "action", "target", "time")));
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < log.size(); i++) {
            if ((i & 0xffff) == 0) {
                progress.checkCancelled();
            }
            int target = log.target()[i];
            fields.clear();
            fields.add(AdoptionTableWriter.label(network, labels, log.actor()[i]));
            fields.add(LogLosses.HOLDS.clean(log.actions().get(log.action()[i])));
            fields.add(
                    target < 0
                            ? ""
                            : log.isAmongNodes()
                                    ? AdoptionTableWriter.label(network, labels, target)
                                    : LogLosses.HOLDS.clean(log.things().get(target)));
            fields.add(times.text(log.time()[i]));
            text.write(quoting.line(fields));
        }
        text.flush();
    }
}
