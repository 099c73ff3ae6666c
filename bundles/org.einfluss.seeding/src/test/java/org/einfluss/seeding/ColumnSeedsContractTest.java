package org.einfluss.seeding;

import java.util.Arrays;
import java.util.List;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.einfluss.tck.SeedingContract;

final class ColumnSeedsContractTest extends SeedingContract {
    @Override
    protected Object seeding() {
        return new ColumnSeeds();
    }

    @Override
    protected List<String> settings() {
        return List.of("{}", "{size: 5, lowest: true}", "{size: {kind: worth, nodes: 3, alpha: 2}}");
    }

    @Override
    protected Network equip(Network plain) {
        double[] score = new double[plain.nodes()];
        Arrays.setAll(score, v -> v % 4);
        return plain.withNodeColumn(Column.doubles("score", "", score));
    }
}
