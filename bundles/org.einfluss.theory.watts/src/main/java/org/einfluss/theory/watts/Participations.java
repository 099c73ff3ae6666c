package org.einfluss.theory.watts;

import java.util.Arrays;
import org.einfluss.api.Progress;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.ParentRule;
import org.einfluss.graph.Graph;

/**
 * How many others adopted after each adoption and because of it, and what could have been known of it before.
 *
 * <p>Influence of an adoption: adopters credited to it, directly or through others. With one credited source it is the size of the adopter's
 * subtree without the adopter; with equal parts each adoption passes (1 + its own influence)/m on to each of its m exposing sources, which
 * leaves the sum over the first adopters equal to the number of all others that were exposed.
 *
 * @param influence realised influence of each adoption of the log
 * @param predicted influence predicted for it from items of other folds
 * @param past mean influence of the user in the items of other folds; NaN for users not seen there
 * @param fold the fold of each adoption's item
 */
record Participations(double[] influence, double[] predicted, double[] past, int[] fold) {
    static double[] influence(AdoptionLog log, Graph graph, CreditRule rule, Progress progress) {
        double[] influence = new double[log.size()];
        if (rule != CreditRule.EQUAL) {
            int[] parent =
                    log.parents(graph, rule == CreditRule.FIRST ? ParentRule.FIRST : ParentRule.MOST_RECENT, progress);
            // Adoptions are sorted by time within a cascade: children come after their parents.
            for (int i = parent.length - 1; i >= 0; i--) {
                if (parent[i] >= 0) {
                    influence[parent[i]] += 1 + influence[i];
                }
            }
            return influence;
        }
        int[] sources = new int[log.size()];
        log.exposures(graph, (i, source) -> sources[i]++, progress);
        int[] begin = new int[log.size() + 1];
        for (int i = 0; i < sources.length; i++) {
            begin[i + 1] = Math.addExact(begin[i], sources[i]);
        }
        int[] source = new int[begin[sources.length]];
        int[] next = Arrays.copyOf(begin, sources.length);
        log.exposures(graph, (i, by) -> source[next[i]++] = by, progress);
        for (int i = sources.length - 1; i >= 0; i--) {
            for (int j = begin[i]; j < begin[i + 1]; j++) {
                influence[source[j]] += (1 + influence[i]) / sources[i];
            }
        }
        return influence;
    }

    /**
     * Predicts by shrunk binning, fold by fold: users are binned by followers (powers of two); a user's prediction is his mean past
     * influence, drawn towards the mean of his bin as by {@code shrinkage} further items. Bins without past take the mean of all.
     */
    static Participations of(AdoptionLog log, Graph graph, double[] influence, int folds, double shrinkage) {
        int users = graph.nodes();
        int[] bin = new int[users];
        for (int v = 0; v < users; v++) {
            bin[v] = 32 - Integer.numberOfLeadingZeros(graph.outDegree(v));
        }
        int[] fold = new int[log.size()];
        for (int i = 0; i < fold.length; i++) {
            fold[i] = log.cascade()[i] % folds;
        }
        double[] predicted = new double[log.size()];
        double[] past = new double[log.size()];
        for (int held = 0; held < folds; held++) {
            double[] sum = new double[users];
            int[] items = new int[users];
            double[] binSum = new double[33];
            int[] binItems = new int[33];
            double all = 0;
            int count = 0;
            for (int i = 0; i < fold.length; i++) {
                if (fold[i] != held) {
                    int user = log.node()[i];
                    sum[user] += influence[i];
                    items[user]++;
                    binSum[bin[user]] += influence[i];
                    binItems[bin[user]]++;
                    all += influence[i];
                    count++;
                }
            }
            for (int i = 0; i < fold.length; i++) {
                if (fold[i] == held) {
                    int user = log.node()[i];
                    int b = bin[user];
                    double expected = binItems[b] > 0 ? binSum[b] / binItems[b] : count > 0 ? all / count : Double.NaN;
                    past[i] = items[user] > 0 ? sum[user] / items[user] : Double.NaN;
                    predicted[i] = items[user] + shrinkage == 0
                            ? expected
                            : (sum[user] + shrinkage * expected) / (items[user] + shrinkage);
                }
            }
        }
        return new Participations(influence, predicted, past, fold);
    }
}
