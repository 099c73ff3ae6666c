package org.einfluss.cli;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.einfluss.api.InputException;
import org.einfluss.engine.parameters.Names;
import org.einfluss.engine.run.LocalRunner;
import org.einfluss.engine.verify.Verdict;
import org.einfluss.engine.verify.Verdict.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Computes the known numbers that bundles ship and compares them. */
@Command(name = "verify")
final class Verify implements Callable<Integer> {
    private final Context context;
    private final List<Object> json = new ArrayList<>();
    private final Map<Status, Integer> totals = new TreeMap<>();

    @Parameters(arity = "0..1", paramLabel = "BUNDLE", descriptionKey = "verify.bundle")
    private Optional<String> only = Optional.empty();

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean asJson;

    @Mixin
    private Threads threads;

    Verify(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, List<URL>> files = wanted(context.einfluss().oracles());
        LocalRunner runner = new LocalRunner(threads.count(context), context.tolerance());
        List<String> without = new ArrayList<>();
        for (Map.Entry<String, List<URL>> bundle : files.entrySet()) {
            if (bundle.getValue().isEmpty()) {
                without.add(bundle.getKey());
            } else {
                verify(bundle.getKey(), bundle.getValue(), runner);
            }
        }
        int passed = totals.getOrDefault(Status.PASS, 0);
        int failed = totals.getOrDefault(Status.FAIL, 0);
        int errors = totals.getOrDefault(Status.ERROR, 0);
        if (asJson) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("passed", passed);
            tree.put("failed", failed);
            tree.put("errors", errors);
            tree.put("bundles", json);
            tree.put("without", without);
            context.json(tree);
        } else {
            if (!without.isEmpty()) {
                context.say("verify.without", String.join(", ", without));
            }
            context.say("verify.totals", passed, failed, errors);
        }
        return failed + errors == 0 ? Commands.DONE : Commands.FAILED;
    }

    /** All bundles, or the one of the name given; {@code watts} is short for {@code org.einfluss.theory.watts}. */
    private Map<String, List<URL>> wanted(Map<String, List<URL>> files) {
        if (only.isEmpty()) {
            return files;
        }
        List<String> meant = files.keySet().stream()
                .filter(name -> name.equals(only.get()) || name.endsWith("." + only.get()))
                .toList();
        if (meant.size() != 1) {
            throw new InputException(
                    Names.unknown(context.messages().text("verify.a-bundle"), only.get(), files.keySet()));
        }
        if (files.get(meant.get(0)).isEmpty()) {
            throw new InputException(context.messages().text("verify.none", meant.get(0)));
        }
        return Map.of(meant.get(0), files.get(meant.get(0)));
    }

    private void verify(String bundle, List<URL> files, LocalRunner runner) throws IOException, InterruptedException {
        List<Verdict> verdicts = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (URL file : files) {
            try {
                verdicts.addAll(context.einfluss().verify(file, runner, context.progress()));
            } catch (InputException wrong) {
                unreadable.add(wrong.getMessage());
                totals.merge(Status.ERROR, 1, Integer::sum);
            }
        }
        verdicts.forEach(verdict -> totals.merge(verdict.status(), 1, Integer::sum));
        if (asJson) {
            json.add(tree(bundle, verdicts, unreadable));
        } else {
            print(bundle, verdicts, unreadable);
        }
    }

    private void print(String bundle, List<Verdict> verdicts, List<String> unreadable) {
        context.say("title", bundle);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(context.messages().text("verify.columns").split(";")));
        for (Verdict verdict : verdicts) {
            rows.add(List.of(
                    verdict.oracle().name(),
                    verdict.oracle().reference().text(),
                    number(verdict.got(), 10),
                    number(verdict.tolerance(), 2),
                    context.messages().text("verify." + verdict.status().name().toLowerCase(Locale.ROOT)),
                    verdict.oracle().source()));
        }
        TextTable.lines(rows, false, true, true, true)
                .forEach(line -> context.out().println(line));
        verdicts.stream()
                .filter(verdict -> !verdict.reason().isEmpty())
                .forEach(
                        verdict -> context.say("verify.reason", verdict.oracle().name(), verdict.reason()));
        unreadable.forEach(reason -> context.say("problem", reason));
    }

    /** Digits as they would stand in the registry: no grouping, a point. */
    private static String number(double value, int digits) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%." + digits + "g", value);
    }

    private static Map<String, Object> tree(String bundle, List<Verdict> verdicts, List<String> unreadable) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("bundle", bundle);
        tree.put("problems", unreadable);
        List<Object> oracles = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("oracle", verdict.oracle().name());
            one.put("expected", verdict.oracle().reference().text());
            one.put("kind", verdict.oracle().reference().kind().name());
            one.put("got", verdict.got());
            one.put("standardError", verdict.standardError());
            one.put("tolerance", verdict.tolerance());
            one.put("verdict", verdict.status().name().toLowerCase(Locale.ROOT));
            one.put("reason", verdict.reason());
            one.put("source", verdict.oracle().source());
            oracles.add(one);
        }
        tree.put("oracles", oracles);
        return tree;
    }
}
