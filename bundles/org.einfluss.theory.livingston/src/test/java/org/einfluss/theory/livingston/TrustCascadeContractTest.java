package org.einfluss.theory.livingston;

import org.einfluss.api.model.Model;
import org.einfluss.tck.ModelContract;

final class TrustCascadeContractTest extends ModelContract {
    @Override
    protected Model<?> model() {
        return new TrustCascade();
    }
}
