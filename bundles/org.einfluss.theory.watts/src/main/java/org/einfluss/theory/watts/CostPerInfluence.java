package org.einfluss.theory.watts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
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
import org.einfluss.graph.Graph;
import org.einfluss.math.CompensatedSum;
import org.osgi.service.component.annotations.Component;

/**
 * Which users are the cheapest per adoption they bring about: cost c_f (α + followers) against influence on items that the prediction has
 * not seen.
 *
 * <p>Influence of an adoption: the users who adopted after it and are credited to it, directly or through others ({@link CreditRule}).
 * Predicted from the user's influence on items of other folds and his followers, by shrunk binning ({@code Participations}). Adoptions are
 * put into bins of predicted influence; the cost per influence of a bin is the sum of costs divided by the sum of held-out influence, so that
 * regression to the mean does not flatter the top bin. Folds are of items, never of single adoptions. Intervals over items.
 *
 * <p>E. Bakshy, J. M. Hofman, W. A. Mason and D. J. Watts 2011, doi:10.1145/1935826.1935845, who count reposts after a seed and predict by a
 * regression tree; we count every adoption as a seed of what follows it.
 */
@Component(service = Analysis.class)
@Described(
        id = "cost-per-influence",
        name = "Cost per influence",
        summary = "Which users bring most adoptions per cost: predicted influence, held-out influence and cost by bin.",
        cite = CostPerInfluence.BAKSHY)
public final class CostPerInfluence implements Analysis<CostPerInfluence.Parameters> {
    static final String BAKSHY = "doi:10.1145/1935826.1935845";

    /** For the registry, and for use as a plain library. */
    public CostPerInfluence() {}

    /**
     * Parameters of the analysis.
     *
     * @param credit who is credited with an adoption
     * @param bins bins of predicted influence, equally many adoptions each
     * @param folds folds of items
     * @param shrinkage how many items the followers' bin weighs
     * @param followerCost c_f
     * @param acquisition the values of α
     */
    public record Parameters(
            @Param(
                    value = "Credit",
                    initial = "last",
                    help = "first, last or equal: which of several sources is credited")
            CreditRule credit,

            @Param(value = "Bins of predicted influence", initial = "8", range = "[2,100]", unit = "bins")
            int bins,

            @Param(value = "Folds", initial = "5", range = "[2,100]", unit = "folds of items")
            int folds,

            @Param(
                    value = "Weight of users with as many followers",
                    initial = "5",
                    range = "[0,inf)",
                    unit = "items",
                    advanced = true)
            double shrinkage,

            @Param(value = "Cost per follower", symbol = "c_f", initial = "0.01", range = "(0,inf)", unit = "money")
            double followerCost,

            @Param(
                    value = "Cost of acquiring a user",
                    symbol = "α",
                    initial = "[0, 10, 100, 1000, 10000, 100000, 1000000]",
                    unit = "followers' equivalent")
            List<Double> acquisition) {
        /** Copies the list and checks it. */
        public Parameters {
            acquisition = List.copyOf(acquisition);
            if (acquisition.isEmpty() || acquisition.stream().anyMatch(alpha -> !(alpha >= 0))) {
                throw new IllegalArgumentException(
                        "Costs of acquiring a user must be numbers of at least 0, at least one of them, was "
                                + acquisition);
            }
        }
    }

    /** The log with most cascades; a dataset without a log is refused. */
    static AdoptionLog cascades(Dataset dataset) {
        return dataset.logs().stream()
                .filter(log -> log.size() > 0)
                .max(java.util.Comparator.comparingInt(AdoptionLog::cascades))
                .orElseThrow(
                        () -> new InputException(
                                "Dataset " + dataset.descriptor().name()
                                        + " has no log of adoptions; choose one with cascades, for example stackexchange-android"));
    }

    @Override
    public Findings analyse(Dataset dataset, Parameters parameters, Progress progress) {
        AdoptionLog log = cascades(dataset);
        if (log.cascades() < parameters.folds()) {
            throw new InputException("Influence is predicted from other items, for which " + parameters.folds()
                    + " folds need as many cascades; log " + log.name() + " has " + log.cascades()
                    + ". Ask for fewer folds, or choose a dataset with more cascades");
        }
        Graph graph = dataset.network().graph();
        double[] influence = Participations.influence(log, graph, parameters.credit(), progress);
        Participations all = Participations.of(log, graph, influence, parameters.folds(), parameters.shrinkage());
        progress.checkCancelled();
        int[][] bins = bins(all.predicted(), parameters.bins());
        List<Headline> headlines = new ArrayList<>();
        Table byBin = byBin(log, graph, all, bins);
        Table costs = costs(log, graph, all, bins, parameters, headlines);
        double explained = explained(all);
        headlines.add(CascadeWindow.exact(
                "Share of the variance of single adoptions' influence that is predicted (R²)", explained, ""));
        String caption = dataset.descriptor().title() + "; " + log.cascades() + " items, " + log.size()
                + " adoptions; credit: " + parameters.credit().name().toLowerCase(Locale.ROOT) + "; "
                + parameters.folds()
                + " folds of items; bands: 95 % intervals over items.";
        List<String> notes = new ArrayList<>(dataset.descriptor().caveats());
        notes.add(
                "Influence of an adoption: adopters credited to it, directly or through others. Every adoption counts, not the first of an item alone.");
        notes.add(
                "Prediction: shrunk binning. A user's mean influence on items of other folds is drawn towards that of users with as many followers (powers of two), as if by "
                        + parameters.shrinkage() + " further items. Folds are of items (number modulo "
                        + parameters.folds()
                        + "), not of time.");
        notes.add(
                "Cost of a user: " + parameters.followerCost()
                        + " (α + followers). Bins hold equally many adoptions, in order of predicted influence; cost per influence is by held-out influence, of the same users.");
        notes.add(
                "An association, not an effect: users with the same interests adopt one after the other without influence.");
        return new Findings(
                "cost-per-influence",
                "Cost per influence in " + dataset.descriptor().title(),
                List.of(byBin, costs),
                List.of(
                        new Figure(
                                "predicted-realised",
                                Figure.Kind.SCATTER,
                                "Predicted and realised influence by bin",
                                caption,
                                byBin,
                                List.of(
                                        new Series(
                                                "bins",
                                                "predicted",
                                                "realised",
                                                "realised-low",
                                                "realised-high",
                                                Style.DATA,
                                                0,
                                                byBin.rows()),
                                        Series.of(
                                                "as predicted",
                                                "predicted",
                                                "predicted",
                                                Style.OVERLAY,
                                                0,
                                                byBin.rows())),
                                Axis.logarithmic("Predicted influence (adopters per adoption)"),
                                Axis.logarithmic("Held-out influence (adopters per adoption)")),
                        new Figure(
                                "cost-per-influence",
                                Figure.Kind.LINE,
                                "Cost per influence by the cost of acquiring a user",
                                caption,
                                costs,
                                costSeries(costs),
                                Axis.logarithmic("Cost of acquiring a user α (followers' equivalent)"),
                                Axis.logarithmic("Cost per influence (money per adopter)"))),
                headlines,
                notes,
                citations(dataset));
    }

    private static List<String> citations(Dataset dataset) {
        List<String> all = new ArrayList<>(dataset.descriptor().citations());
        all.add(BAKSHY);
        return all;
    }

    /** Positions of adoptions by predicted influence, equally many in each bin; adoptions of equal prediction in order of the log. */
    private static int[][] bins(double[] predicted, int count) {
        int[] order = IntStream.range(0, predicted.length)
                .boxed()
                .sorted((a, b) -> Double.compare(predicted[a], predicted[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[][] bins = new int[Math.min(count, Math.max(1, order.length))][];
        for (int b = 0; b < bins.length; b++) {
            bins[b] = Arrays.copyOfRange(order, (int) ((long) b * order.length / bins.length), (int)
                    ((b + 1L) * order.length / bins.length));
        }
        return bins;
    }

    private static Table byBin(AdoptionLog log, Graph graph, Participations all, int[][] bins) {
        Rows rows = new Rows()
                .number("bin", "", "Bin of predicted influence, 1 the lowest")
                .number("adoptions", "", "Adoptions in the bin")
                .number("users", "", "Different users in the bin")
                .number("predicted", "adopters per adoption", "Mean predicted influence")
                .number("realised", "adopters per adoption", "Mean held-out influence")
                .number("realised-low", "adopters per adoption", "Lower end of its 95 % interval over items")
                .number("realised-high", "adopters per adoption", "Upper end of its 95 % interval over items")
                .number("followers", "followers", "Mean number of followers (nodes the user can influence)")
                .number("known", "share of adoptions", "Share whose user was seen in other folds");
        for (int b = 0; b < bins.length; b++) {
            double[] sum = new double[log.cascades()];
            double[] count = new double[log.cascades()];
            CompensatedSum predicted = new CompensatedSum();
            double followers = 0;
            int known = 0;
            for (int i : bins[b]) {
                sum[log.cascade()[i]] += all.influence()[i];
                count[log.cascade()[i]]++;
                predicted.add(all.predicted()[i]);
                followers += graph.outDegree(log.node()[i]);
                known += Double.isNaN(all.past()[i]) ? 0 : 1;
            }
            Ratio realised = Ratio.of(sum, count, true);
            double n = bins[b].length;
            rows.add(
                    b + 1,
                    n,
                    (double) Arrays.stream(bins[b])
                            .map(i -> log.node()[i])
                            .distinct()
                            .count(),
                    predicted.value() / n,
                    realised.value(),
                    realised.low(),
                    realised.high(),
                    followers / n,
                    known / n);
        }
        return rows.table("bins", "Influence by bin of predicted influence");
    }

    private static Table costs(
            AdoptionLog log,
            Graph graph,
            Participations all,
            int[][] bins,
            Parameters parameters,
            List<Headline> headlines) {
        Rows rows = new Rows()
                .text("bin", "Bin of predicted influence")
                .number("alpha", "followers' equivalent", "Cost of acquiring a user α")
                .number("cost", "money", "Sum of costs")
                .number("influence", "adopters", "Sum of held-out influence")
                .number("cpi", "money per adopter", "Cost per influence; missing where nobody was influenced")
                .number("cpi-low", "money per adopter", "Lower end of its 95 % interval over items")
                .number("cpi-high", "money per adopter", "Upper end of its 95 % interval over items");
        double[] cheapest = new double[parameters.acquisition().size()];
        int[] best = new int[cheapest.length];
        Ratio[] interval = new Ratio[cheapest.length];
        Arrays.fill(cheapest, Double.POSITIVE_INFINITY);
        for (int b = 0; b < bins.length; b++) {
            for (int a = 0; a < cheapest.length; a++) {
                double alpha = parameters.acquisition().get(a);
                double[] cost = new double[log.cascades()];
                double[] influence = new double[log.cascades()];
                for (int i : bins[b]) {
                    cost[log.cascade()[i]] += parameters.followerCost() * (alpha + graph.outDegree(log.node()[i]));
                    influence[log.cascade()[i]] += all.influence()[i];
                }
                Ratio cpi = Ratio.of(cost, influence, true);
                rows.add(
                        List.of("bin " + (b + 1)),
                        alpha,
                        CompensatedSum.of(cost),
                        CompensatedSum.of(influence),
                        cpi.value(),
                        Math.max(0, cpi.low()),
                        cpi.high());
                if (cpi.value() < cheapest[a]) {
                    cheapest[a] = cpi.value();
                    best[a] = b;
                    interval[a] = cpi;
                }
            }
        }
        for (int a = 0; a < cheapest.length; a++) {
            if (interval[a] != null) {
                headlines.add(new Headline(
                        "Cheapest bin at α = "
                                + CostModel.plain(parameters.acquisition().get(a)) + ": " + (best[a] + 1) + " of "
                                + bins.length + "; its cost per influence",
                        interval[a].value(),
                        Math.max(0, interval[a].low()),
                        interval[a].high(),
                        "money per adopter",
                        "95 % over " + interval[a].units() + " items"));
            }
        }
        return rows.table("costs", "Cost per influence by bin and cost of acquisition");
    }

    /** One line for each bin. */
    private static List<Series> costSeries(Table costs) {
        List<Series> series = new ArrayList<>();
        for (int from = 0, to; from < costs.rows(); from = to) {
            String bin = costs.column("bin").textAt(from);
            to = from;
            while (to < costs.rows() && costs.column("bin").textAt(to).equals(bin)) {
                to++;
            }
            series.add(Series.of(bin, "alpha", "cpi", Style.DATA, from, to));
        }
        return series;
    }

    /** 1 − residual / total sum of squares. */
    private static double explained(Participations all) {
        int n = all.influence().length;
        double mean = CompensatedSum.of(all.influence()) / n;
        CompensatedSum residual = new CompensatedSum();
        CompensatedSum total = new CompensatedSum();
        for (int i = 0; i < n; i++) {
            residual.add((all.influence()[i] - all.predicted()[i]) * (all.influence()[i] - all.predicted()[i]));
            total.add((all.influence()[i] - mean) * (all.influence()[i] - mean));
        }
        return total.value() == 0 ? Double.NaN : 1 - residual.value() / total.value();
    }
}
