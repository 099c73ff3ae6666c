package org.einfluss.tck;

import org.einfluss.api.model.Campaign;
import org.einfluss.api.model.Seeding;
import org.einfluss.tck.check.Contract;
import org.einfluss.tck.check.SeedingChecks;
import org.osgi.annotation.versioning.ConsumerType;

/** The contract of a {@link Seeding}, and of a {@link Campaign}; extend it and name one of them. */
@ConsumerType
public abstract class SeedingContract extends ComponentContract {
    /** For subclasses. */
    protected SeedingContract() {}

    /** Returns the seeding or the campaign. */
    protected abstract Object seeding();

    @Override
    protected final Contract contract() {
        Object seeding = seeding();
        return seeding instanceof Campaign<?> campaign
                ? SeedingChecks.of(campaign, setup())
                : SeedingChecks.of((Seeding<?>) seeding, setup());
    }
}
