package org.einfluss.engine.catalog;

import org.einfluss.api.Described;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.model.Seeding;
import org.einfluss.graph.Network;

/** Nobody is active from the start, for models that start by themselves. Part of every catalogue. */
@Described(id = "none", name = "No seeds", summary = "Nobody is active from the start")
final class NoSeeds implements Seeding<None> {
    @Override
    public Seeds bind(None parameters, Network network, Progress progress) {
        return (random, into) -> {};
    }
}
