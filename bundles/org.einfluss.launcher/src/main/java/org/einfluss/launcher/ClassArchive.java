package org.einfluss.launcher;

import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the classes that this process loaded from Java and from the class path, so that later processes need not read and check them again. */
final class ClassArchive {

    private static final Logger LOG = LoggerFactory.getLogger(ClassArchive.class);

    private ClassArchive() {}

    /**
     * Writes the archive as the last thing a process does: Java writes aside and renames, so that a
     * process that starts meanwhile sees all of it or nothing.
     *
     * @param file where; what is there is replaced
     */
    static void write(Path file) {
        // where Java would tell its success, below the command's output
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            // the only way to Java's own command that is part of the platform
            String[] arguments = {"dynamic_dump", '"' + file.toAbsolutePath().toString() + '"'};
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "vmCds",
                            new Object[] {arguments},
                            new String[] {String[].class.getName()});
        } catch (JMException | RuntimeException without) {
            // another maker's Java: only a matter of speed, and the work of the process is done
            LOG.debug("No archive of classes was written to {}", file, without);
        }
    }
}
