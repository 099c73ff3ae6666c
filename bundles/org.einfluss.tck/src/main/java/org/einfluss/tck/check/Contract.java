package org.einfluss.tck.check;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What a component of one kind promises, as clauses that can be checked. */
@ProviderType
public interface Contract {
    /** Returns the clauses, in the order in which they are best checked. */
    List<Clause> clauses();

    /** Checks every clause; never throws for what a component does. */
    default List<Result> check() {
        return clauses().stream().map(Clause::check).toList();
    }
}
