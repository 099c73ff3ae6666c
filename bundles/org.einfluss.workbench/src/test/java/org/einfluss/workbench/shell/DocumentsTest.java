package org.einfluss.workbench.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.einfluss.workbench.experiment.ExperimentDocument;
import org.einfluss.workbench.session.Home;
import org.einfluss.workbench.undo.CommandStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {
    @TempDir
    private Path folder;

    @Test
    void editsThatWereNotSavedComeBack() {
        documents().ready("mine", "format: 1\n").type("typing", "format: 1\ntitle: new\n", true);
        List<ExperimentDocument> drafts = documents().drafts();
        assertEquals(1, drafts.size());
        assertEquals("format: 1\ntitle: new\n", drafts.get(0).text());
        assertTrue(drafts.get(0).isChanged());
    }

    @Test
    void whatWasSavedIsNoDraft() throws IOException {
        ExperimentDocument document = documents().ready("mine", "format: 1\n");
        document.type("typing", "format: 1\ntitle: new\n", true);
        document.save();
        assertEquals(List.of(), documents().drafts());
    }

    @Test
    void aReadyExperimentIsOpenedOnceAndNeverOverwritesAnotherFile() throws IOException {
        Documents documents = documents();
        ExperimentDocument first = documents.ready("mine", "format: 1\n");
        assertSame(first, documents.ready("mine", "format: 1\n"));
        first.save();
        assertNotEquals(first.file(), documents().ready("mine", "format: 1\n").file());
    }

    private Documents documents() {
        return new Documents(new Home(folder), new CommandStack(), (where, failure) -> {
            throw new AssertionError(where, failure);
        });
    }
}
