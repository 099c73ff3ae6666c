package org.einfluss.theory.gladwell;

import org.einfluss.tck.AnalysisContract;

final class RoleMapContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new RoleMap();
    }
}
