package org.einfluss.osgi.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The way of an author: {@code new-plugin} in real processes, Maven included. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "sh scripts and symbolic links")
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class NewPluginProcessTest {
    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void makeShell() {
        shell = new Shell(folder);
    }

    @Test
    void aBundleProjectIsBuiltAndTestedWithTheSdkFolderAlone() throws Exception {
        Shell.Ended written = shell.einfluss("new-plugin", "org.example.mymodels");
        assertEquals(0, written.code(), written::toString);
        Path project = folder.resolve("mymodels");

        Shell.Ended built = shell.maven(project, "verify");

        assertEquals(0, built.code(), built::toString);
        assertTrue(Files.exists(project.resolve("target/org.example.mymodels-1.0.0.jar")));
        String report = Files.readString(
                project.resolve("target/surefire-reports/TEST-org.example.mymodels.FirstModelTest.xml"));
        assertTrue(report.contains("a run allocates nothing"), report);
        assertTrue(report.contains("failures=\"0\""), report);
    }

    @Test
    void namesThatWouldHarmAreRefused() throws Exception {
        Shell.Ended taken = shell.einfluss("new-plugin", "--single", "WattsThreshold");
        assertEquals(2, taken.code(), taken::toString);
        assertTrue(
                taken.errors().contains("The id 'watts-threshold' is taken by org.einfluss.theory.watts"),
                taken::errors);
        assertEquals(2, shell.einfluss("new-plugin", "mymodels").code());
        assertEquals(0, shell.einfluss("new-plugin", "--single", "MyModel").code());
        Shell.Ended again = shell.einfluss("new-plugin", "--single", "MyModel");
        assertEquals(2, again.code(), again::toString);
        assertTrue(again.errors().contains("MyModel.java exists and stays as it is"), again::errors);
    }
}
