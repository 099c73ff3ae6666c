package org.einfluss.example;

import org.einfluss.api.study.Runner;
import org.einfluss.tck.RunnerContract;

final class OneAfterTheOtherContractTest extends RunnerContract {
    @Override
    protected Runner runner() {
        return new OneAfterTheOther();
    }
}
