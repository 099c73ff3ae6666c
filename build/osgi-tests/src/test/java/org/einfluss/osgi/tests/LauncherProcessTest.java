package org.einfluss.osgi.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The start script and the launcher as a user meets them: as a process with arguments, output, signals and a code. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals and sh scripts; einfluss.bat is not covered")
// A separate thread, as reading from a process that does not answer cannot be interrupted.
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LauncherProcessTest {

    private static final Path SCRIPT = Product.FOLDER.resolve("bin").resolve("einfluss");
    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    @TempDir
    private Path folder;

    private Path plugins;

    @BeforeEach
    void makePlugin() throws IOException {
        plugins = Files.createDirectories(folder.resolve("home with spaces").resolve("plugins"));
        Product.bundle(
                plugins.resolve("patient.jar"),
                "com.acme.patient",
                Map.of("Service-Component", "OSGI-INF/patient.xml"),
                new Class<?>[] {PatientCommand.class},
                Map.of(
                        "OSGI-INF/patient.xml",
                        "<scr:component xmlns:scr='http://www.osgi.org/xmlns/scr/v1.3.0' name='patient'>"
                                + "<implementation class='" + PatientCommand.class.getName() + "'/>"
                                + "<service><provide interface='java.util.function.ToIntFunction'/>"
                                + "<provide interface='java.lang.Runnable'/></service>"
                                + "<property name='einfluss.main' value='patient'/>"
                                + "<property name='einfluss.cancel' value='true'/></scr:component>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void aSignalCancelsTheCommandWhichTidiesUp(String signal) throws Exception {
        Process process = patient("study 1");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("working on study 1", out.readLine());
            signal(process, signal);
            assertEquals("tidied up", out.readLine());
        }
        assertEquals(130, process.waitFor());
    }

    @Test
    void aCommandThatWasDoneAnywayHasSucceeded() throws Exception {
        Process process = patient("finish");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("working on finish", out.readLine());
            signal(process, "INT");
            assertEquals("tidied up", out.readLine());
        }
        assertEquals(0, process.waitFor());
    }

    @Test
    void worksThroughALinkFromAnotherFolder() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("my einfluss"), SCRIPT);
        try {
            Ended list = run(Map.of(), link.toString(), "list", "--json");
            assertEquals(0, list.code(), list::toString);
            assertEquals("", list.errors());
        } finally {
            Files.delete(link); // JUnit warns of links that lead out of the folder it deletes
        }
    }

    @Test
    void listsAsJsonAndNothingElseInTheOutput() throws Exception {
        Ended list = run(Map.of(), SCRIPT.toString(), "list", "--json");
        assertEquals(0, list.code(), list::toString);
        String out = list.output().strip();
        assertTrue(out.startsWith("{") && out.endsWith("}") || out.startsWith("[") && out.endsWith("]"), out);
        assertTrue(out.contains("watts"), out);

        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            run(Map.of(), SCRIPT.toString(), "list", "--json");
            fastest = Math.min(fastest, System.nanoTime() - start);
        }
        System.out.println("einfluss list --json: " + fastest / 1_000_000 + " ms (fastest of 3, warm)");
    }

    @Test
    void saysThatJavaIsTooOld() throws Exception {
        Path old = folder.resolve("jdk-11");
        Files.createDirectories(old.resolve("bin"));
        Files.createFile(
                old.resolve("bin").resolve("java"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"11.0.21\"\n");
        Ended ended = run(Map.of("JAVA_HOME", old.toString()), SCRIPT.toString(), "list");
        assertEquals(1, ended.code());
        assertEquals(
                "einfluss: Java 17 or newer is needed; " + old
                        + "/bin/java is 11.0.21. Set JAVA_HOME to a newer one.\n",
                ended.errors());
    }

    @Test
    void saysThatThereIsNoJava() throws Exception {
        Ended ended = run(Map.of("JAVA_HOME", folder.toString()), SCRIPT.toString(), "list");
        assertEquals(1, ended.code());
        assertTrue(ended.errors().startsWith("einfluss: JAVA_HOME is " + folder), ended.errors());
    }

    private Process patient(String argument) throws IOException {
        return new ProcessBuilder(Product.listening(
                        JAVA_HOME.resolve("bin").resolve("java").toString(),
                        "-jar",
                        Product.jar("org.einfluss.launcher").toString(),
                        "--feature",
                        Product.PLATFORM.toString(),
                        "--plugins",
                        plugins.toString(),
                        "--cache",
                        folder.resolve("cache").toString(),
                        "--main",
                        "patient",
                        "--",
                        argument))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void signal(Process process, String signal) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
        assertEquals(0, code);
    }

    private Ended run(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Path errors = folder.resolve("errors.txt");
        List<String> command = new ArrayList<>(List.of("sh"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().put("JAVA_HOME", JAVA_HOME.toString());
        builder.environment()
                .put("EINFLUSS_HOME", folder.resolve("home with spaces").toString());
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        return new Ended(code, Files.readString(output), Files.readString(errors));
    }

    private record Ended(int code, String output, String errors) {}
}
