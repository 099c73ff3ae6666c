package org.einfluss.excel;

import java.io.IOException;
import org.einfluss.api.Progress;
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Observations;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;

/**
 * Walks through the independent units of a study in the order of its rows: the network draws of each point, each with the means
 * over its runs; on one fixed network the single runs, as no other unit is independent there.
 */
final class Units implements AutoCloseable {
    /** The share of nodes from which a cascade counts as global (Watts 2002). */
    static final double GLOBAL = 0.1;

    private final Plan plan;
    private final Observations rows;
    private final Progress progress;
    private final int reach;
    private final Moments[] variables;
    private final Moments global = new Moments();
    private boolean pending;
    private boolean fixed;
    private int point;
    private int draw;
    private int run;
    private long runs;
    private long failed;
    private long censored;
    private long read;

    Units(Study study, Progress progress) throws IOException {
        this.plan = study.plan();
        this.progress = progress;
        this.reach = reach(plan);
        this.variables = new Moments[plan.variables().size()];
        for (int i = 0; i < variables.length; i++) {
            variables[i] = new Moments();
        }
        this.rows = study.observations();
    }

    /** Position of the variable whose share is reported, -1 where the study has none. */
    static int reach(Plan plan) {
        for (int i = 0; i < plan.variables().size(); i++) {
            if (plan.variables().get(i).name().equals("reach")) {
                return i;
            }
        }
        return -1;
    }

    /** Moves to the next unit; false after the last. */
    boolean next() {
        if (read == 0) {
            pending = row();
        }
        if (!pending) {
            return false;
        }
        point = rows.point();
        draw = rows.draw();
        run = rows.run();
        fixed = isFixed(plan, point);
        runs = 0;
        failed = 0;
        censored = 0;
        global.clear();
        for (Moments variable : variables) {
            variable.clear();
        }
        do {
            if (rows.stop() != Observations.Stop.RUNNING) {
                end();
            }
            pending = row();
        } while (pending && rows.point() == point && rows.draw() == draw && (!fixed || rows.run() == run));
        return true;
    }

    private boolean row() {
        if ((++read & 0xFFFF) == 0) {
            progress.checkCancelled();
        }
        return rows.next();
    }

    private void end() {
        if (rows.stop() == Observations.Stop.FAILED) {
            failed++;
            return;
        }
        runs++;
        if (rows.stop() != Observations.Stop.SETTLED) {
            censored++;
        }
        for (int i = 0; i < variables.length; i++) {
            double value = rows.value(i);
            if (!Double.isNaN(value)) {
                variables[i].add(value);
            }
        }
        if (reach >= 0 && !Double.isNaN(rows.value(reach))) {
            global.add(rows.value(reach) >= GLOBAL ? 1 : 0);
        }
    }

    /** Whether all runs of a point are on one network, fixed or the only one drawn. */
    static boolean isFixed(Plan plan, int point) {
        NetworkConfiguration network = plan.network(plan.points().get(point));
        return network.fixed() || network.draws() == 1;
    }

    int point() {
        return point;
    }

    int draw() {
        return draw;
    }

    /** The run, where runs are the units. */
    int run() {
        return run;
    }

    boolean fixed() {
        return fixed;
    }

    /** Runs that entered. */
    long runs() {
        return runs;
    }

    long failed() {
        return failed;
    }

    long censored() {
        return censored;
    }

    /** Mean of a variable over the unit's runs; NaN where none has a value. */
    double mean(int variable) {
        return variables[variable].mean();
    }

    /** Share of the unit's runs that are global; NaN where none has a reach. */
    double global() {
        return global.mean();
    }

    /** Rows of the study read so far. */
    long read() {
        return read - 1;
    }

    @Override
    public void close() {
        rows.close();
    }
}
