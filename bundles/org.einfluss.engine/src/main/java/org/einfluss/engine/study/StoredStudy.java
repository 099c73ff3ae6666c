package org.einfluss.engine.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.study.Estimates;
import org.einfluss.api.study.Events;
import org.einfluss.api.study.Observations;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.ShardStore;
import org.einfluss.api.study.Study;
import org.einfluss.engine.run.Networks;
import org.einfluss.graph.Network;

/** A complete study over a store that is merged. */
final class StoredStudy implements Study {
    private final Plan plan;
    private final String digest;
    private final ShardStore store;
    private final Networks networks;
    private final Estimates estimates;

    StoredStudy(Plan plan, String digest, ShardStore store, Networks networks) {
        this.plan = plan;
        this.digest = digest;
        this.store = store;
        this.networks = networks;
        this.estimates = new StudyEstimates(plan, store::observations);
    }

    @Override
    public Plan plan() {
        return plan;
    }

    @Override
    public String digest() {
        return digest;
    }

    @Override
    public Observations observations() throws IOException {
        return store.observations();
    }

    @Override
    public Events events() throws IOException {
        return store.events();
    }

    @Override
    public Estimates estimates() {
        return estimates;
    }

    @Override
    public Network network(int configuration, int draw) {
        // Where each design point has networks of its own, this is the one of the first point.
        int point = plan.points().stream()
                .filter(candidate -> candidate.network() == configuration)
                .findFirst()
                .orElseThrow()
                .index();
        try {
            return networks.network(plan.networks().get(configuration), draw, point);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Optional<Dataset> dataset(int configuration) {
        try {
            return networks.dataset(plan.networks().get(configuration));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
