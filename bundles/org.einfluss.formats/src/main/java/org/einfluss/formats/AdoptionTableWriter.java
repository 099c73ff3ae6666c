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
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetWriter;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.ImportReport.Change;
import org.einfluss.api.data.ImportReport.Place;
import org.einfluss.formats.internal.Quoting;
import org.einfluss.formats.internal.Times;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Writes an adoption log with one adoption per line: {@code cascade,node,time} and, where sources are recorded, {@code parent}; without
 * cascades where there is only one, without a name. Times that were dates are dates again. The network is not part of it, nor is what is said about the log.
 */
@Component(service = DatasetWriter.class)
@Described(
        id = "adoption-table",
        name = "Adoption table",
        summary = "One adoption per line: cascade, node, time, perhaps who it came from.")
public final class AdoptionTableWriter implements DatasetWriter<AdoptionTableWriter.Parameters> {
    private static final Holds HOLDS = LogLosses.HOLDS;

    /**
     * What is written.
     *
     * @param log name of the log, or {@code first}
     */
    public record Parameters(
            @Param(value = "Name of the log", initial = "first")
            String log) {}

    /** Makes the writer. */
    public AdoptionTableWriter() {}

    @Override
    public String extension() {
        return "adoptions.csv";
    }

    private static AdoptionLog log(Dataset dataset, Parameters parameters) {
        List<String> names = dataset.logs().stream().map(AdoptionLog::name).toList();
        if (names.isEmpty()) {
            throw new InputException("The dataset has no adoption log. There is nothing to write.");
        }
        return parameters.log().equals("first")
                ? dataset.logs().get(0)
                : dataset.log(parameters.log())
                        .orElseThrow(() -> new InputException("There is no log '" + parameters.log()
                                + "'; the logs are " + String.join(", ", names) + "."));
    }

    @Override
    public void check(Dataset dataset, Parameters parameters, ImportReport report) {
        AdoptionLog log = log(dataset, parameters);
        BitSet there = new BitSet();
        BitSet cascades = new BitSet();
        for (int i = 0; i < log.size(); i++) {
            there.set(log.node()[i]);
            cascades.set(log.cascade()[i]);
            if (log.parent().length > 0 && log.parent()[i] >= 0) {
                there.set(log.parent()[i]);
            }
        }
        LogLosses.tell(dataset, log.name(), there, "node that never adopts dropped", report);
        if (cascades.cardinality() < log.cascades()) {
            report.loss(
                    Change.DROPPED,
                    "cascade without adoptions dropped",
                    Place.NONE,
                    log.cascades() - cascades.cardinality());
        }
        if (log.cascades() > 1 && log.cascadeNames().isEmpty()) {
            report.loss(Change.CONVERTED, "number of a cascade becomes its name", Place.NONE, log.cascades());
        }
        LogLosses.tellSaid(
                log.name(), Times.Written.of(log.meaning(), log.time()), log.timeUnit(), log.observedUntil(), report);
    }

    @Override
    public void write(Dataset dataset, Parameters parameters, OutputStream out, ImportReport report, Progress progress)
            throws IOException {
        check(dataset, parameters, report);
        AdoptionLog log = log(dataset, parameters);
        Network network = dataset.network();
        boolean labels = HOLDS.holdsIdentifiers(network);
        boolean named = !log.cascadeNames().isEmpty();
        boolean cascades = named || log.cascades() > 1;
        boolean parents = log.parent().length > 0;
        Times.Written times = Times.Written.of(log.meaning(), log.time());
        Quoting quoting = new Quoting(',');
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        List<String> fields = new ArrayList<>();
        if (cascades) {
            fields.add("cascade");
        }
        fields.addAll(List.of("node", "time"));
        if (parents) {
            fields.add("parent");
        }
        text.write(quoting.line(fields));
        for (int i = 0; i < log.size(); i++) {
            if ((i & 0xffff) == 0) {
                progress.checkCancelled();
            }
            fields.clear();
            if (cascades) {
                int cascade = log.cascade()[i];
                fields.add(named ? HOLDS.clean(log.cascadeNames().get(cascade)) : Integer.toString(cascade));
            }
            fields.add(label(network, labels, log.node()[i]));
            fields.add(times.text(log.time()[i]));
            if (parents) {
                fields.add(log.parent()[i] < 0 ? "" : label(network, labels, log.parent()[i]));
            }
            text.write(quoting.line(fields));
        }
        text.flush();
    }

    static String label(Network network, boolean labels, int node) {
        return labels ? network.label(node) : Integer.toString(node);
    }
}
