package org.einfluss.tck.check;

import java.util.Arrays;
import java.util.Map;
import org.einfluss.api.InputException;
import org.einfluss.api.model.Transform;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.graph.Network;
import org.einfluss.math.Keys;
import org.einfluss.math.RandomStream;

/** The contract of a transform. */
public final class TransformChecks extends ComponentChecks {
    private final Transform<Record> transform;

    /**
     * Makes the contract of one transform.
     *
     * @param transform the transform
     * @param setup with what it is checked
     */
    @SuppressWarnings("unchecked") // every transform takes the records that its own schema makes
    public TransformChecks(Transform<?> transform, Setup setup) {
        super(transform, Kind.TRANSFORM, setup);
        this.transform = (Transform<Record>) transform;
        describedClause();
        parameterClauses();
        setup.networks()
                .forEach((name, network) -> clause(
                        "applies to " + name,
                        "a network, or an InputException that says what the network lacks",
                        "handle networks without nodes and without ties",
                        () -> {
                            for (Record parameters : parameters()) {
                                apply(parameters, network, 1);
                            }
                            for (Record parameters : endParameters()) {
                                apply(parameters, network, 1);
                            }
                        }));
        clause(
                "applies to something",
                "at least one network that is not refused",
                "override equip or settings so that the networks have what the transform needs",
                () -> {
                    if (setup.networks().values().stream().noneMatch(network -> applies(network))) {
                        throw new Violation("every network is refused");
                    }
                });
        clause(
                "the same key gives the same network",
                "the same network, bit for bit, when applied again with the same stream",
                "draw all randomness from the stream, iterate over no hash tables",
                () -> everyNetwork((parameters, network) -> {
                    if (!Arrays.equals(apply(parameters, network, 2), apply(parameters, network, 2))) {
                        throw new Violation("two networks from one key with " + parameters);
                    }
                }));
        clause(
                "only random ones differ",
                "the same network from every stream where isRandom is false",
                "return true from isRandom, or draw nothing",
                () -> everyNetwork((parameters, network) -> {
                    if (!this.transform.isRandom(parameters)
                            && !Arrays.equals(apply(parameters, network, 3), apply(parameters, network, 4))) {
                        throw new Violation("two keys, two networks with " + parameters);
                    }
                }));
        clause(
                "the given network stays as it is",
                "the same content of the given network before and after",
                "make new columns and graphs; never write to arrays of the given ones",
                () -> everyNetwork((parameters, network) -> {
                    byte[] before = network.graph().sha256();
                    int columns = network.nodeColumns().hashCode()
                            + network.arcColumns().hashCode();
                    apply(parameters, network, 5);
                    if (!Arrays.equals(before, Network.of(copy(network)).graph().sha256())
                            || columns
                                    != network.nodeColumns().hashCode()
                                            + network.arcColumns().hashCode()) {
                        throw new Violation("the given network changed with " + parameters);
                    }
                }));
    }

    /** A hash may be remembered by its graph, so the content is hashed anew. */
    private static org.einfluss.graph.Graph copy(Network network) {
        return org.einfluss.graph.Graph.of(
                network.nodes(),
                network.graph().isDirected(),
                network.graph().offsets().clone(),
                network.graph().targets().clone());
    }

    private interface Each {
        void check(Record parameters, Network network);
    }

    private void everyNetwork(Each check) {
        for (Record parameters : parameters()) {
            for (Map.Entry<String, Network> network : setup.networks().entrySet()) {
                try {
                    check.check(parameters, network.getValue());
                } catch (Violation violation) {
                    throw new Violation("on " + network.getKey() + ": " + violation.getMessage());
                }
            }
        }
    }

    private boolean applies(Network network) {
        return parameters().stream().anyMatch(parameters -> apply(parameters, network, 6).length > 0);
    }

    /** Returns the content hash of the new network; nothing where the network is refused in a sentence. */
    private byte[] apply(Record parameters, Network network, int number) {
        try {
            return transform
                    .apply(parameters, network, new RandomStream(Keys.mix(setup.key(), number)))
                    .sha256();
        } catch (InputException refused) {
            return new byte[0];
        }
    }
}
