package org.einfluss.theory.gladwell;

import java.util.List;
import org.einfluss.api.model.Model;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.einfluss.tck.ModelContract;
import org.einfluss.tck.check.Traits;

final class LawOfTheFewContractTest extends ModelContract {
    @Override
    protected Model<?> model() {
        return new LawOfTheFew();
    }

    @Override
    protected List<String> settings() {
        return List.of(
                "{}",
                "{stickiness: 0.9, telling: 0.5, discovery: 0.2, group-power: 3, group-size: 8, drop-out: 0.4}",
                "{contagion: all-aware, persuasion: 0.6}",
                "{contagion: one-shot, persuasion: 1, stickiness: 1}");
    }

    @Override
    protected Network equip(Network plain) {
        double[] expertise = new double[plain.nodes()];
        double[] persuasiveness = new double[plain.nodes()];
        for (int v = 0; v < expertise.length; v++) {
            expertise[v] = v % 5 == 4 ? 1 : 0;
            persuasiveness[v] = v % 7 == 3 ? 3 : 1;
        }
        return plain.withNodeColumn(Column.doubles("expertise", "", expertise))
                .withNodeColumn(Column.doubles("persuasiveness", "", persuasiveness));
    }

    @Override
    protected Traits traits() {
        return Traits.NONE
                .thatNeverShrinks()
                .thatIsOrderIndependent()
                .thatGrowsWith(
                        "{contagion: all-aware, stickiness: 0.1}",
                        "{contagion: all-aware, stickiness: 0.5}",
                        "{contagion: all-aware, stickiness: 1}")
                .thatGrowsWith(
                        "{contagion: all-aware, persuasion: 0.1, context: 0.2}",
                        "{contagion: all-aware, persuasion: 0.4, context: 0.9}");
    }
}
