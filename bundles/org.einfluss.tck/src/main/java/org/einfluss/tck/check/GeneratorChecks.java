package org.einfluss.tck.check;

import java.util.Arrays;
import org.einfluss.api.InputException;
import org.einfluss.api.model.Generator;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.graph.Network;
import org.einfluss.math.Keys;
import org.einfluss.math.RandomStream;

/** The contract of a generator. */
public final class GeneratorChecks extends ComponentChecks {
    private static final int DRAWS = 5;

    private final Generator<Record> generator;

    /**
     * Makes the contract of one generator.
     *
     * @param generator the generator
     * @param setup with what it is checked
     */
    @SuppressWarnings("unchecked") // every generator takes the records that its own schema makes
    public GeneratorChecks(Generator<?> generator, Setup setup) {
        super(generator, Kind.GENERATOR, setup);
        this.generator = (Generator<Record>) generator;
        describedClause();
        parameterClauses();
        clause(
                "the same key gives the same network",
                "graph and columns the same, bit for bit, when drawn again from the same stream",
                "draw all randomness from the stream, iterate over no hash tables",
                () -> parameters().forEach(parameters -> same(parameters, 1)));
        clause(
                "draws differ as it says",
                "isRandom tells whether two draws may differ",
                "override isRandom where the parameters leave nothing to chance",
                () -> parameters().forEach(this::checkRandomness));
        clause(
                "two threads never interfere",
                "the same networks on two threads at once as one after the other",
                "keep nothing in fields of the generator or in static fields",
                this::checkThreads);
        clause(
                "draws at the ends of the ranges",
                "a network, or an InputException with a sentence, at both ends of every range",
                "handle the end of the range, exclude it, or say in a sentence what does not fit together",
                this::checkEnds);
    }

    private Network draw(Record parameters, int number) {
        return generator.draw(parameters, new RandomStream(Keys.mix(setup.key(), number)));
    }

    private void same(Record parameters, int number) {
        if (!Arrays.equals(
                draw(parameters, number).sha256(), draw(parameters, number).sha256())) {
            throw new Violation("two networks from one key with " + parameters);
        }
    }

    private void checkRandomness(Record parameters) {
        byte[] first = draw(parameters, 0).sha256();
        boolean differ = false;
        for (int i = 1; i < DRAWS; i++) {
            differ |= !Arrays.equals(first, draw(parameters, i).sha256());
        }
        if (differ != generator.isRandom(parameters)) {
            throw new Violation("isRandom is " + !differ + " and " + DRAWS + " draws "
                    + (differ ? "differ" : "are equal") + " with " + parameters);
        }
    }

    private void checkThreads() throws InterruptedException {
        for (Record parameters : parameters()) {
            byte[] one = draw(parameters, 1).sha256();
            byte[] two = draw(parameters, 2).sha256();
            Twice.atOnce(() -> equal(one, parameters, 1), () -> equal(two, parameters, 2));
        }
    }

    private void equal(byte[] alone, Record parameters, int number) {
        if (!Arrays.equals(alone, draw(parameters, number).sha256())) {
            throw new Violation("another network beside another thread, with " + parameters);
        }
    }

    private void checkEnds() {
        for (Record parameters : endParameters()) {
            try {
                draw(parameters, 3);
            } catch (InputException refused) {
                // a sentence for the user is an answer, too
            } catch (RuntimeException thrown) {
                throw new Violation(parameters + ": " + Clause.describe(thrown));
            }
        }
    }
}
