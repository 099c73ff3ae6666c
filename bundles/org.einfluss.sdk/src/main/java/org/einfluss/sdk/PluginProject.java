package org.einfluss.sdk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.einfluss.api.InputException;

/**
 * A Maven project that builds a plug-in: one model, its contract test, a README. It needs Maven Central and the {@code sdk} folder of the
 * distribution, which is a Maven repository.
 */
public final class PluginProject {
    private static final String PARENT = "org/einfluss/org.einfluss.plugin-parent";
    private static final String MODEL = "FirstModel";
    private static final Pattern PACKAGE = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+");
    private static final Set<String> KEYWORDS = Set.of(
            ("abstract assert boolean break byte case catch char class const continue default do double else enum extends false"
                            + " final finally float for goto if implements import instanceof int interface long native new null"
                            + " package private protected public return short static strictfp super switch synchronized this"
                            + " throw throws transient true try void volatile while")
                    .split(" "));

    private final String name;

    /**
     * Makes the project of a package.
     *
     * @param name name of the package, and of the bundle, for example {@code org.example.mymodels}
     * @throws InputException when that is no name for a package
     */
    public PluginProject(String name) {
        if (!PACKAGE.matcher(name).matches()
                || Stream.of(name.split("\\.")).anyMatch(KEYWORDS::contains)
                || name.startsWith("java.")
                || name.startsWith("org.einfluss.")) {
            throw new InputException(
                    "A bundle project is named as a package of your own: lower-case words joined by dots, none"
                            + " of them a word of Java, such as org.example.mymodels; was '" + name + "'");
        }
        this.name = name;
    }

    /** Returns the folder it is written to: the last word of its name. */
    public String folder() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /**
     * Writes the project.
     *
     * @param folder the project's folder, absent or empty
     * @param sdk the {@code sdk} folder of the distribution
     * @return its files
     * @throws IOException when they cannot be written
     * @throws InputException when the folder is not empty, or there is no {@code sdk} folder
     */
    public List<Path> write(Path folder, Path sdk) throws IOException {
        String version = version(sdk);
        if (Files.exists(folder) && (!Files.isDirectory(folder) || !isEmpty(folder))) {
            throw new InputException(folder + " exists and is not empty; choose another folder with --out");
        }
        String source = "src/main/java/" + name.replace('.', '/');
        String id = folder().replace('_', '-') + "-" + PluginTemplate.id(MODEL);
        Map<String, String> files = new LinkedHashMap<>();
        files.put("pom.xml", text("pom.xml", sdk, version, id));
        files.put("README.md", text("README.md", sdk, version, id));
        files.put(source + "/" + MODEL + ".java", "package " + name + ";\n\n" + PluginTemplate.MODEL.source(MODEL, id));
        files.put(source.replace("main", "test") + "/" + MODEL + "Test.java", text("ModelTest.java", sdk, version, id));
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            written.add(PluginTemplate.write(folder.resolve(file.getKey()), file.getValue()));
        }
        return written;
    }

    private String text(String resource, Path sdk, String version, String id) {
        int dot = name.lastIndexOf('.');
        return PluginTemplate.resource("project/" + resource)
                .replace("@group@", name.substring(0, dot))
                .replace("@name@", name)
                .replace("@folder@", folder())
                .replace("@model@", MODEL)
                .replace("@id@", id)
                .replace("@version@", version)
                .replace(
                        "@sdk@",
                        sdk.toAbsolutePath().normalize().toUri().toString().replaceAll("/$", ""));
    }

    /** The version of the API in the folder: that of the parent of all plug-ins. */
    private static String version(Path sdk) throws IOException {
        Path parent = sdk.resolve(PARENT);
        if (Files.isDirectory(parent)) {
            try (Stream<Path> versions = Files.list(parent)) {
                return versions.map(version -> version.getFileName().toString())
                        .sorted()
                        .reduce((first, second) -> second)
                        .orElseThrow(() -> new InputException(parent + " is empty; install Einfluss again"));
            }
        }
        throw new InputException(sdk + " is no sdk folder of Einfluss: " + PARENT
                + " is missing. Give the folder 'sdk' of a distribution with --sdk");
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
