package org.einfluss.tck;

import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.catalog.Kind;

/** The catalogue's own seeding, which chooses nobody. */
final class NoSeedsContractTest extends SeedingContract {
    @Override
    protected Object seeding() {
        return Catalog.of().find(Kind.SEEDING, "none").component();
    }
}
