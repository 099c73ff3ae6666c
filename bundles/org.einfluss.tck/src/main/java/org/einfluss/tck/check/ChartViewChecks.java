package org.einfluss.tck.check;

import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.einfluss.api.findings.Findings;
import org.einfluss.charts.ChartView;
import org.jfree.chart.JFreeChart;

/** The contract of a chart view. */
public final class ChartViewChecks extends ComponentChecks {
    /**
     * Makes the contract of one chart view.
     *
     * @param view the view
     * @param findings findings that it draws
     */
    public ChartViewChecks(ChartView view, List<Findings> findings) {
        super(view, ChartView.class, Setup.standard());
        clause(
                "draws what it is for",
                "draws(…) true for the findings of the test",
                "recognise findings by their kind and tables",
                () -> findings.forEach(
                        one -> FindingsRules.require(view.draws(one), "it does not draw " + one.kind())));
        clause(
                "leaves others alone",
                "draws(…) false, without an exception, for findings of another kind and for findings without tables",
                "look at kind and tables before anything else",
                () -> {
                    Findings foreign = new Findings(
                            "tck-unknown", "Nothing", List.of(), List.of(), List.of(), List.of(), List.of());
                    FindingsRules.require(!view.draws(foreign), "it draws findings of an unknown kind");
                    for (Findings one : findings) {
                        view.draws(new Findings(
                                one.kind(), one.title(), List.of(), List.of(), List.of(), List.of(), List.of()));
                    }
                });
        clause(
                "draws without a display",
                "a titled chart that can be painted into an image that is not blank",
                "open no window; read the tables of the findings and nothing else",
                () -> findings.forEach(one -> paint(view, one)));
        clause(
                "every chart is new",
                "another chart object at each call, which belongs to the caller",
                "keep no chart in a field",
                () -> findings.forEach(one -> checkNew(view, one)));
        clause(
                "two threads never interfere",
                "charts on two threads at once as on one",
                "keep nothing in fields or static fields",
                () -> {
                    for (Findings one : findings) {
                        Twice.atOnce(() -> paint(view, one), () -> paint(view, one));
                    }
                });
    }

    private static void checkNew(ChartView view, Findings findings) {
        Set<JFreeChart> charts = Collections.newSetFromMap(new IdentityHashMap<>());
        charts.add(view.draw(findings));
        charts.add(view.draw(findings));
        FindingsRules.require(charts.size() == 2, "the same chart twice");
    }

    private static void paint(ChartView view, Findings findings) {
        JFreeChart chart = view.draw(findings);
        FindingsRules.require(
                chart.getTitle() != null && !chart.getTitle().getText().isBlank(), "a chart without title");
        BufferedImage image = chart.createBufferedImage(800, 600);
        int first = image.getRGB(0, 0);
        boolean blank = true;
        for (int y = 0; y < image.getHeight() && blank; y++) {
            for (int x = 0; x < image.getWidth() && blank; x++) {
                blank = image.getRGB(x, y) == first;
            }
        }
        FindingsRules.require(!blank, "a blank image");
    }
}
