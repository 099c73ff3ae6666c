package org.einfluss.osgi.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
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

        Shell.Ended built = shell.maven(project, "-q verify");

        assertEquals(0, built.code(), built::toString);
        assertTrue(Files.exists(project.resolve("target/org.example.mymodels-1.0.0.jar")));
        String report = Files.readString(
                project.resolve("target/surefire-reports/TEST-org.example.mymodels.FirstModelTest.xml"));
        assertTrue(Pattern.compile("tests=\"[2-9][0-9]\"").matcher(report).find(), report);
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

    @Test
    void aBrokenPluginIsToldRuleByRuleAndAnEndlessOneInASentence() throws Exception {
        assertEquals(
                0,
                shell.einfluss("new-plugin", "--single", "MyModel", "--out", "out")
                        .code());
        Path file = folder.resolve("out/MyModel.java");
        String good = Files.readString(file);
        Files.writeString(file, good.replace("cascade.coin(a, p.probability())", "Math.random() < 0.5"));
        Shell.Ended broken = shell.einfluss("check-plugin", "out/MyModel.java");
        assertEquals(1, broken.code(), broken::toString);
        assertTrue(broken.output().contains("BROKEN  no foreign randomness and no clock\n"), broken::output);
        assertTrue(broken.output().contains("To do:    draw with run.uniform"), broken::output);

        Files.writeString(file, good.replace("int neighbour", "while (a >= 0) {}\n int neighbour"));
        Shell.Ended endless = shell.einfluss("check-plugin", "out/MyModel.java", "--limit", "2", "--json");
        assertEquals(1, endless.code(), endless::toString);
        assertTrue(endless.output().contains("no end after 2 s: it is in "), endless::output);
        assertTrue(endless.output().contains("MyModel.java:21"), endless::output);

        Files.writeString(file, good.replace("return", "retrun"));
        Shell.Ended wrong = shell.einfluss("check-plugin", "out/MyModel.java");
        assertEquals(1, wrong.code(), wrong::toString);
        assertTrue(wrong.output().contains("MyModel.java:19:"), wrong::output);

        Shell.Ended reader = shell.einfluss("new-plugin", "--single", "MyReader", "--kind", "reader", "--out", "out");
        assertEquals(0, reader.code(), reader::toString);
        Shell.Ended unchecked = shell.einfluss("check-plugin", "out/MyReader.java");
        assertEquals(0, unchecked.code(), unchecked::toString);
        assertTrue(unchecked.output().contains("1 not checked"), unchecked::output);
        Files.writeString(folder.resolve("four.arrows"), "Ann -> Bob\nBob -> Cleo\n");
        Shell.Ended checked = shell.einfluss("check-plugin", "out/MyReader.java", "--example", "four.arrows");
        assertEquals(0, checked.code(), checked::toString);
        assertTrue(checked.output().contains("0 broken, 0 not checked"), checked::output);
    }

    @Test
    void aPluginFromTheFirstApiRunsAndAForeignOneIsToldWithBothVersions() throws Exception {
        Path plugins = Files.createDirectories(shell.home().resolve("plugins"));
        for (String jar : List.of("veteran.jar", "foreign.jar")) {
            try (InputStream in = getClass().getResourceAsStream("/plugins/" + jar)) {
                Files.copy(in, plugins.resolve(jar));
            }
        }
        Files.writeString(folder.resolve("veteran.yaml"), """
                format: 1
                title: A veteran on a small network
                network: {id: dataset, name: karate}
                model: {id: veteran-model, probability: 0.2}
                seeding: {id: random, size: 1}
                replicates: {networks: 1, runs: 20}
                """);
        Shell.Ended run = shell.einfluss("run", "veteran.yaml", "--out", "study", "--trust");
        assertEquals(0, run.code(), run::toString);
        assertTrue(run.errors().contains("org.einfluss.api.model 0.9.0 (here it is 1."), run::errors);
        assertTrue(run.errors().contains("guide/migration.md"), run::errors);
        assertEquals(0, shell.einfluss("check", "study").code());
        Shell.Ended analysed = shell.einfluss("analyse", "karate", "veteran-analysis", "--out", "ties");
        assertEquals(0, analysed.code(), analysed::toString);
        Shell.Ended foreign =
                shell.einfluss("check-plugin", plugins.resolve("foreign.jar").toString());
        assertEquals(1, foreign.code(), foreign::toString);
        assertTrue(foreign.output().contains("built for another version of the Einfluss API"), foreign::output);
    }
}
