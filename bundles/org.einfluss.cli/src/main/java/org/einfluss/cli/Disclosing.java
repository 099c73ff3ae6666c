package org.einfluss.cli;

import org.einfluss.api.InputException;
import org.einfluss.engine.data.Disclosure;
import picocli.CommandLine.Option;

/** What an output tells of the people in sensitive data. */
final class Disclosing {
    @Option(names = "--with-ids", descriptionKey = "option.with-ids")
    private boolean withIds;

    @Option(names = "--minimum-count", paramLabel = "N", defaultValue = "5", descriptionKey = "option.minimum-count")
    private int minimumCount;

    /** Makes it the rule of this call. */
    void apply(Context context) {
        if (minimumCount < 1) {
            throw new InputException(context.messages().text("error.minimum-count", minimumCount));
        }
        context.disclose(new Disclosure(minimumCount, withIds));
    }
}
