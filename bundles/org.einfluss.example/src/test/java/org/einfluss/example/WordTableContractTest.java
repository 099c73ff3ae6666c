package org.einfluss.example;

import java.nio.charset.StandardCharsets;
import org.einfluss.api.study.TableReader;
import org.einfluss.tck.TableReaderContract;

final class WordTableContractTest extends TableReaderContract {
    @Override
    protected TableReader reader() {
        return new WordTable();
    }

    @Override
    protected String fileName() {
        return "design.words";
    }

    @Override
    protected byte[] example() {
        return "model.probability seeding.size\n0.1   4\n".getBytes(StandardCharsets.UTF_8);
    }
}
