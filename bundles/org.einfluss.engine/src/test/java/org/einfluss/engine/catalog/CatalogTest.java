package org.einfluss.engine.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.None;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.model.CascadeModel;
import org.einfluss.api.model.Seeding;
import org.einfluss.graph.Network;
import org.junit.jupiter.api.Test;

class CatalogTest {
    @Described(id = "slow-spread", name = "Slow spread", summary = "Hardly moves.", cite = "doi:10.1/x")
    static final class SlowSpread extends CascadeModel<SlowSpread.Parameters> {
        record Parameters(@Param("Delay") int delay) {}

        @Override
        protected Rule rule(Parameters parameters, Network network) {
            return (node, cascade) -> {};
        }
    }

    @Described(id = "slow-spread", name = "Another")
    static final class Other extends CascadeModel<None> {
        @Override
        protected Rule rule(None parameters, Network network) {
            return (node, cascade) -> {};
        }
    }

    @Described(id = "slow-spread", name = "A seeding with the same id")
    static final class SameIdOtherKind implements Seeding<None> {
        @Override
        public Seeds bind(None parameters, Network network, Progress progress) {
            return (random, into) -> {};
        }
    }

    @Test
    void componentsDescribeThemselves() {
        Entry entry = Catalog.of(new SlowSpread(), new SameIdOtherKind()).find(Kind.MODEL, "slow-spread");
        assertEquals("Slow spread", entry.name());
        assertEquals("Hardly moves.", entry.summary());
        assertEquals(List.of("doi:10.1/x"), entry.cite());
        assertEquals(List.of("delay"), entry.schema().names());
        assertEquals("org.einfluss.engine.catalog", entry.origin().name());
    }

    @Test
    void unknownIdsAreToldWithTheNearestAndTheHints() {
        Catalog catalog = Catalog.builder()
                .add(new SlowSpread())
                .hint("The component 'watts-threshold' could not start: no service X.")
                .build();
        assertEquals(
                "Unknown model 'slow-spred'; did you mean 'slow-spread'? There is: slow-spread. "
                        + "The component 'watts-threshold' could not start: no service X.",
                assertThrows(InputException.class, () -> catalog.find(Kind.MODEL, "slow-spred"))
                        .getMessage());
    }

    @Test
    void idsClaimedTwiceAreUnusableAndTheRestWorks() {
        Origin first = new Origin("org.first", "1.0.0", "aa");
        Origin second = new Origin("org.second", "2.0.0", "bb");
        Catalog catalog = Catalog.builder()
                .add(new SlowSpread(), second)
                .add(new Other(), first)
                .add(new SameIdOtherKind())
                .build();
        String message = assertThrows(InputException.class, () -> catalog.find(Kind.MODEL, "slow-spread"))
                .getMessage();
        assertTrue(message.contains("org.first 1.0.0, org.second 2.0.0"), message);
        assertEquals(List.of(message), catalog.problems());
        assertFalse(catalog.contains(Kind.MODEL, "slow-spread"));
        assertTrue(catalog.entries(Kind.MODEL).isEmpty());
        assertTrue(catalog.contains(Kind.SEEDING, "slow-spread"));
    }

    @Test
    void componentsAreMadeOnceAndOnlyWhenNeeded() {
        AtomicInteger made = new AtomicInteger();
        Catalog catalog = Catalog.builder()
                .add(Kind.MODEL, "lazy", "Lazy", "", List.of(), new Origin("b", "1", ""), () -> {
                    made.incrementAndGet();
                    return new SlowSpread();
                })
                .build();
        assertEquals(1, catalog.entries(Kind.MODEL).size());
        assertEquals(0, made.get());
        Entry entry = catalog.find(Kind.MODEL, "lazy");
        assertSame(entry.component(), entry.component());
        assertEquals(1, made.get());
    }

    @Test
    void noSeedsAreOffered() {
        Entry none = Catalog.of().find(Kind.SEEDING, "none");
        assertEquals("No seeds", none.name());
    }

    @Test
    void strangersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Catalog.of("a text"));
    }
}
