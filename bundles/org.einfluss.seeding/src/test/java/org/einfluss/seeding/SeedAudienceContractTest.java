package org.einfluss.seeding;

import java.util.List;
import org.einfluss.api.model.Measure;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.einfluss.tck.MeasureContract;

final class SeedAudienceContractTest extends MeasureContract {
    @Override
    protected Measure<?> measure() {
        return new SeedAudience();
    }

    @Override
    protected List<String> settings() {
        return List.of("{}", "{price: effort}");
    }

    @Override
    protected Network equip(Network plain) {
        return plain.withNodeColumn(Column.doubles("effort", "", new double[plain.nodes()]));
    }
}
