package org.einfluss.theory.gladwell;

import org.einfluss.api.study.Study;
import org.einfluss.tck.AnalysisContract;

final class RoleRecoveryContractTest extends AnalysisContract {
    @Override
    protected Object analysis() {
        return new RoleRecovery();
    }

    @Override
    protected Study study() throws Exception {
        return Experiments.recovery(300, 12);
    }
}
