package org.einfluss.tck;

import org.einfluss.api.study.Runner;
import org.einfluss.engine.run.LocalRunner;

final class LocalRunnerContractTest extends RunnerContract {
    @Override
    protected Runner runner() {
        return new LocalRunner(3);
    }
}
