package org.einfluss.plugins.internal;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Constants;
import aQute.bnd.osgi.EmbeddedResource;
import aQute.bnd.osgi.Jar;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.einfluss.plugins.Problem;

/** Makes a bundle of compiled classes: manifest and component descriptions follow from imports and annotations. */
final class BundleWriter {
    private static final String COMPONENTS = "Service-Component";

    private BundleWriter() {}

    /**
     * Writes a bundle.
     *
     * @param file name of the source
     * @param version the bundle's version
     * @param packageName the package that the classes are in
     * @param classes class files by their path
     * @param jars what they were compiled with
     * @return the bytes of the jar
     */
    static byte[] write(String file, String version, String packageName, Map<String, byte[]> classes, List<Path> jars)
            throws IOException, Source.Refused {
        try (Builder builder = new Builder()) {
            Jar compiled = new Jar(file);
            classes.forEach((path, bytes) -> compiled.putResource(path, new EmbeddedResource(bytes, 0L)));
            builder.addClasspath(compiled);
            for (Path jar : jars) {
                builder.addClasspath(new Jar(jar.toFile()));
            }
            builder.setProperty(Constants.BUNDLE_SYMBOLICNAME, symbolicName(file));
            builder.setProperty(Constants.BUNDLE_VERSION, version);
            builder.setProperty(Constants.PRIVATEPACKAGE, packageName);
            builder.setProperty(Constants.REPRODUCIBLE, "true");
            builder.setProperty(Constants.NOEXTRAHEADERS, "true");
            Jar bundle = builder.build();
            if (!builder.isOk()) {
                List<Problem> problems = new ArrayList<>();
                builder.getErrors().forEach(error -> problems.add(Problem.of(file, error)));
                throw new Source.Refused(problems);
            }
            if (bundle.getManifest().getMainAttributes().getValue(COMPONENTS) == null) {
                throw new Source.Refused(Problem.of(
                        file,
                        "it contributes nothing: no class in it has @Component(service = Model.class), or of another kind,"
                                + " and @Described"));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            bundle.write(out);
            return out.toByteArray();
        } catch (IOException | Source.Refused expected) {
            throw expected;
        } catch (Exception unexpected) {
            throw new IOException("The bundle of " + file + " cannot be made: " + unexpected.getMessage(), unexpected);
        }
    }

    /** A bundle's name has ASCII letters, digits, dots, hyphens and underscores only. */
    static String symbolicName(String file) {
        return file.replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("\\.+", ".");
    }
}
