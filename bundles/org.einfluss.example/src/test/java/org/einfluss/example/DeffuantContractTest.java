package org.einfluss.example;

import org.einfluss.api.model.Model;
import org.einfluss.tck.ModelContract;

final class DeffuantContractTest extends ModelContract {
    @Override
    protected Model<?> model() {
        return new Deffuant();
    }
}
