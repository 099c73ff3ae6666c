package org.einfluss.formats;

import java.util.stream.Collectors;
import org.einfluss.api.InputException;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.ImportReport.Change;

/** The strict mode of import and export: any loss is a mistake. */
final class Strict {
    private Strict() {}

    /**
     * Refuses what loses something.
     *
     * @param file the file's name
     * @param report what was found
     * @throws InputException naming each loss
     */
    static void refuse(String file, ImportReport report) {
        if (!report.isLossless()) {
            String losses = report.losses().stream()
                    .filter(loss -> loss.change() != Change.NOTED)
                    .map(loss -> loss.count() + " × " + loss.what()
                            + (loss.places().isEmpty()
                                    ? ""
                                    : ", first at " + loss.places().get(0)))
                    .collect(Collectors.joining("\n"));
            throw new InputException(file + ": Not everything would come through:\n" + losses
                    + "\nCorrect it, or go on without --strict.");
        }
    }
}
