package org.einfluss.theory.gladwell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.findings.Analysis;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Figure.Axis;
import org.einfluss.api.findings.Figure.Series;
import org.einfluss.api.findings.Figure.Style;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Findings.Headline;
import org.einfluss.api.findings.Rows;
import org.einfluss.api.findings.Table;
import org.einfluss.theory.gladwell.GrowthFit.Law;
import org.osgi.service.component.annotations.Component;

/**
 * Whether one adoption curve shows a tipping point: exponential, logistic and Bass growth against a law whose regime changes.
 *
 * <p>All laws are hazards of those who have not adopted yet ({@link GrowthFit}), so that their likelihoods are of the same data. A tipping point is
 * claimed only if the law with a change beats the best smooth one twice: by more than 10 in BIC, and in the log score of each next period foretold from
 * those before (second half of the series). Right-censored nodes stay in the population and are no adoptions.
 *
 * <p>F. M. Bass 1969, doi:10.1287/mnsc.15.5.215.
 */
@Component(service = Analysis.class)
@Described(
        id = "growth-regime",
        name = "Growth regime",
        summary = "Exponential, logistic, Bass, or a change of regime: does an adoption curve show a tipping point?",
        cite = {Traits.GLADWELL, "doi:10.1287/mnsc.15.5.215"})
public final class GrowthRegime implements Analysis<GrowthRegime.Parameters> {
    static final String WARNING =
            "A logistic curve has an inflection but no tipping point: its law is the same from first to last. An S-curve alone is no "
                    + "evidence of tipping.";
    private static final int MOST_PERIODS = 40;
    private static final int LEAST_PERIODS = 8;

    /** For the registry, and for use as a plain library. */
    public GrowthRegime() {}

    /**
     * Parameters of the analysis.
     *
     * @param log name of the adoption log; empty: the first
     * @param cascade number of the cascade; empty: the largest
     * @param periods number of periods of equal length; empty: whole units of time where there are at most 40, else 30
     * @param population nodes that could adopt; empty: all nodes of the network
     */
    public record Parameters(
            @Param(value = "Log", help = "Name of the adoption log; empty: the first.")
            Optional<String> log,

            @Param(value = "Cascade", help = "Number of the cascade, from 0; empty: the largest.")
            Optional<Integer> cascade,

            @Param(
                    value = "Periods",
                    help =
                            "Number of periods of equal length; empty: whole units of time where there are at most 40, else 30.")
            Optional<Integer> periods,

            @Param(
                    value = "Population",
                    unit = "nodes",
                    help = "Nodes that could adopt; empty: all nodes of the network.")
            Optional<Integer> population) {}

    @Override
    public Findings analyse(Dataset dataset, Parameters parameters, Progress progress) {
        AdoptionLog log = log(dataset, parameters);
        double[] times = times(log, parameters, dataset);
        double[] edges = edges(times, log, parameters);
        double[] adoptions = new double[edges.length - 1];
        for (double time : times) {
            int bin = Arrays.binarySearch(edges, time);
            adoptions[Math.min(adoptions.length - 1, bin >= 0 ? bin : -bin - 2)]++;
        }
        double population = parameters.population().orElse(dataset.network().nodes());
        if (population < times.length) {
            throw new InputException("The population must be at least the " + times.length + " adopters, was "
                    + (long) population + "; leave it empty to take all nodes");
        }
        int periods = adoptions.length;
        int half = Math.max(LEAST_PERIODS / 2, periods / 2);
        Rows laws = new Rows()
                .text("law", "Growth law")
                .text("smooth", "Whether its law is the same from first to last")
                .number("parameters", "", "Number of fitted parameters")
                .number("log-likelihood", "", "Of periods 2 to last, given the first")
                .number("bic", "", "−2 log L + k ln(periods); lower is better")
                .number("forward", "nats per period", "Mean log score of the next period, foretold from those before")
                .number("p", "per period", "Hazard without adopters")
                .number("q", "per period", "Growth with the share of adopters, before a change where there is one")
                .number("q-after", "per period", "The same after the change")
                .number("change", log.timeUnit(), "Time of the change");
        GrowthFit[] fits = new GrowthFit[Law.values().length];
        double[] forward = new double[fits.length];
        double[] bic = new double[fits.length];
        for (Law law : Law.values()) {
            progress.report(law.ordinal(), fits.length, law.title());
            int i = law.ordinal();
            fits[i] = GrowthFit.fit(law, adoptions, population, periods);
            bic[i] = fits[i].bic(periods - 1);
            for (int t = half; t < periods; t++) {
                progress.checkCancelled();
                forward[i] += GrowthFit.fit(law, adoptions, population, t).forward(adoptions, population, t)
                        / (periods - half);
            }
            double[] v = fits[i].values;
            boolean one = v.length == 1;
            laws.add(
                    List.of(law.title(), law == Law.CHANGE ? "no" : "yes"),
                    law.parameters(),
                    fits[i].logLikelihood,
                    bic[i],
                    forward[i],
                    one ? 0 : v[0],
                    one ? v[0] : v[1],
                    v.length == 3 ? v[2] : Double.NaN,
                    law == Law.CHANGE && fits[i].change < periods ? edges[fits[i].change] : Double.NaN);
        }
        int smooth = 0;
        int foretold = 0;
        for (int i = 1; i < Law.CHANGE.ordinal(); i++) {
            smooth = bic[i] < bic[smooth] ? i : smooth;
            foretold = forward[i] > forward[foretold] ? i : foretold;
        }
        int last = Law.CHANGE.ordinal();
        double gain = bic[smooth] - bic[last];
        double score = forward[last] - forward[foretold];
        boolean faster = fits[last].values[2] > fits[last].values[1];
        boolean claimed = gain > 10 && score > 0;
        return findings(
                dataset,
                log,
                curve(edges, adoptions, fits, population, log),
                laws,
                fits,
                claimed,
                faster,
                gain,
                score,
                Law.values()[smooth]);
    }

    private static AdoptionLog log(Dataset dataset, Parameters parameters) {
        if (dataset.logs().isEmpty()) {
            throw new InputException("The dataset '" + dataset.descriptor().name()
                    + "' has no adoption log; choose one with times of adoption");
        }
        return parameters
                .log()
                .map(name -> dataset.log(name)
                        .orElseThrow(() -> new InputException("The dataset has no log '" + name + "'; it has "
                                + dataset.logs().stream().map(AdoptionLog::name).toList())))
                .orElse(dataset.logs().get(0));
    }

    /** Times of first adoption in the chosen cascade, ascending. */
    private static double[] times(AdoptionLog log, Parameters parameters, Dataset dataset) {
        int[] size = new int[log.cascades()];
        for (int cascade : log.cascade()) {
            size[cascade]++;
        }
        int chosen = 0;
        for (int c = 1; c < size.length; c++) {
            chosen = size[c] > size[chosen] ? c : chosen;
        }
        chosen = parameters.cascade().orElse(chosen);
        if (chosen < 0 || chosen >= size.length) {
            throw new InputException(
                    "The log '" + log.name() + "' has cascades 0 to " + (size.length - 1) + ", was " + chosen);
        }
        double[] times = new double[size[chosen]];
        java.util.BitSet known = new java.util.BitSet(dataset.network().nodes());
        int count = 0;
        for (int i = 0; i < log.size(); i++) {
            if (log.cascade()[i] == chosen && !known.get(log.node()[i])) {
                known.set(log.node()[i]);
                times[count++] = log.time()[i];
            }
        }
        if (count < 2 || times[0] == times[count - 1]) {
            throw new InputException("A growth law needs adoptions at two times or more; cascade " + chosen + " of '"
                    + log.name() + "' has " + count + (count < 2 ? "" : ", all at once"));
        }
        return Arrays.copyOf(times, count);
    }

    private static double[] edges(double[] times, AdoptionLog log, Parameters parameters) {
        double first = times[0];
        double last = Double.isNaN(log.observedUntil())
                ? times[times.length - 1]
                : Math.max(log.observedUntil(), times[times.length - 1]);
        boolean whole = Arrays.stream(times).allMatch(t -> t == Math.rint(t)) && last - first < MOST_PERIODS;
        int periods = parameters.periods().orElse(whole ? (int) Math.floor(last - first) + 1 : 30);
        if (periods < LEAST_PERIODS || periods > 10_000) {
            throw new InputException("A growth law is fitted to " + LEAST_PERIODS + " to 10000 periods, found "
                    + periods + "; give 'periods', or choose a longer series");
        }
        double width = whole && parameters.periods().isEmpty() ? 1 : (last - first) / periods;
        double[] edges = new double[periods + 1];
        Arrays.setAll(edges, i -> first + i * width);
        return edges;
    }

    private static Table curve(
            double[] edges, double[] adoptions, GrowthFit[] fits, double population, AdoptionLog log) {
        Rows rows = new Rows()
                .number("time", log.timeUnit(), "Begin of the period")
                .number("adoptions", "nodes", "Adoptions in the period")
                .number("adopted", "share of population", "Ever adopted by the end of the period");
        for (GrowthFit fit : fits) {
            rows.number(
                    fit.law.title().toLowerCase(java.util.Locale.ROOT).replace(' ', '-'),
                    "nodes",
                    "Adoptions expected in the period, given those before");
        }
        double adopted = 0;
        for (int t = 0; t < adoptions.length; t++) {
            double[] row = new double[3 + fits.length];
            row[0] = edges[t];
            row[1] = adoptions[t];
            row[2] = (adopted + adoptions[t]) / population;
            for (int i = 0; i < fits.length; i++) {
                row[3 + i] = t == 0 ? Double.NaN : fits[i].hazard(t, adopted, population) * (population - adopted);
            }
            rows.add(row);
            adopted += adoptions[t];
        }
        return rows.table("series", "Adoptions and fitted laws");
    }

    private static Findings findings(
            Dataset dataset,
            AdoptionLog log,
            Table series,
            Rows laws,
            GrowthFit[] fits,
            boolean claimed,
            boolean faster,
            double gain,
            double score,
            Law smooth) {
        String unit = log.timeUnit().isEmpty() ? "" : " (" + log.timeUnit() + ")";
        List<Series> lines = new ArrayList<>();
        lines.add(Series.of("adoptions", "time", "adoptions", Style.DATA, 0, series.rows()));
        for (GrowthFit fit : fits) {
            lines.add(Series.of(
                    fit.law.title(),
                    "time",
                    fit.law.title().toLowerCase(java.util.Locale.ROOT).replace(' ', '-'),
                    Style.OVERLAY,
                    0,
                    series.rows()));
        }
        List<String> notes = new ArrayList<>();
        notes.add(WARNING);
        notes.add(
                claimed
                        ? "A change of regime beats " + smooth.title()
                                + " growth by more than 10 in BIC and foretells the next periods better: growth "
                                + (faster ? "quickened" : "slowed down") + " at the time given."
                                + (faster ? "" : " A slowing down is no tipping into spread.")
                        : "No tipping point is claimed: the law with a change of regime does not beat " + smooth.title()
                                + " growth both by more than 10 in BIC and in the score of the next periods.");
        notes.add("One curve is one observation: a change may as well come from outside (news, prices, advertising).");
        if (log.cascades() > 1) {
            notes.add("One of " + log.cascades()
                    + " cascades is looked at; all nodes of the network are taken as its population "
                    + "unless one is given.");
        }
        notes.addAll(dataset.descriptor().caveats());
        List<String> citations = new ArrayList<>(List.of(Traits.GLADWELL, "doi:10.1287/mnsc.15.5.215"));
        citations.addAll(dataset.descriptor().citations());
        return new Findings(
                "growth-regime",
                "Growth regime of " + log.name() + ", " + dataset.descriptor().title(),
                List.of(laws.table("laws", "Growth laws compared"), series),
                List.of(new Figure(
                        "series",
                        Figure.Kind.LINE,
                        claimed ? "Growth with a change of regime" : "Growth without a tipping point",
                        dataset.descriptor().title() + "; laws foretell each period from those before. " + WARNING,
                        series,
                        lines,
                        Axis.of("Time" + unit),
                        Axis.of("Adoptions (nodes per period)"))),
                List.of(
                        new Headline(
                                "BIC gained by a change of regime (a tip needs more than 10)",
                                gain,
                                Double.NaN,
                                Double.NaN,
                                "",
                                ""),
                        new Headline(
                                "Score gained on the next period (a tip needs more than 0)",
                                score,
                                Double.NaN,
                                Double.NaN,
                                "nats per period",
                                "")),
                notes,
                citations);
    }
}
