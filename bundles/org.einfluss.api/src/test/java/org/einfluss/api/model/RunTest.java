package org.einfluss.api.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.einfluss.graph.Network;
import org.einfluss.graph.generate.ErdosRenyi;
import org.einfluss.math.RandomStream;
import org.junit.jupiter.api.Test;

class RunTest {
    @Test
    void arcsThatStayMeetTheLuckTheyHadAmongAll() {
        Network full = Network.of(ErdosRenyi.gnm(50, 200, new RandomStream(1)));
        Network rest = full.keepingArcs("ties", true, arc -> arc % 3 == 1);
        Run among = new Run().on(full).begin(7);
        Run alone = new Run().on(rest).begin(7);
        int differing = 0;
        for (int arc = 0; arc < rest.graph().arcs(); arc++) {
            assertEquals(full.graph().target(3 * arc + 1), rest.graph().target(arc));
            for (int attempt = 0; attempt < 3; attempt++) {
                boolean flipped = alone.coin(arc, attempt, 0.5);
                assertEquals(among.coin(3 * arc + 1, attempt, 0.5), flipped);
                differing += flipped == among.coin(arc, attempt, 0.5) ? 0 : 1;
            }
        }
        // Of 399 coins half differ from those of equal number: standard deviation 10.
        assertEquals(200, differing, 40);
        assertArrayEquals(new int[0], alone.on(full).coinNumbers(), "the next network has its own");
    }
}
