package org.einfluss.theory.gladwell;

import org.einfluss.api.study.Study;
import org.einfluss.tck.AnalysisContract;

final class RoleRemovalContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new RoleRemoval();
    }

    @Override
    protected Study study() throws Exception {
        return Experiments.removal();
    }
}
