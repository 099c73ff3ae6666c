package org.einfluss.sdk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.einfluss.api.InputException;
import org.einfluss.engine.catalog.Kind;

/**
 * A file to begin with, one for each kind of component, in Java but for the declared model; it is live and keeps its contract as it is.
 */
public enum PluginTemplate {
    /** A model of two states. */
    MODEL("MyModel", Kind.MODEL),
    /** A model without code: states and rules in YAML. */
    DECLARED_MODEL("MyModel", Kind.MODEL),
    /** A seeding. */
    SEEDING("MySeeding", Kind.SEEDING),
    /** A campaign of timed pushes. */
    CAMPAIGN("MyCampaign", Kind.CAMPAIGN),
    /** A generator of networks. */
    GENERATOR("MyGenerator", Kind.GENERATOR),
    /** A transform of a network. */
    TRANSFORM("MyTransform", Kind.TRANSFORM),
    /** A measure on a run. */
    MEASURE("MyMeasure", Kind.MEASURE),
    /** A calculation. */
    CALCULATION("MyCalculation", Kind.CALCULATION),
    /** An analysis of a dataset. */
    ANALYSIS("MyAnalysis", Kind.ANALYSIS),
    /** An analysis of a study. */
    STUDY_ANALYSIS("MyStudyAnalysis", Kind.STUDY_ANALYSIS),
    /** A chart view. */
    CHART_VIEW("MyChartView"),
    /** A reader of datasets. */
    READER("MyReader", Kind.DATASET_READER),
    /** A writer of datasets. */
    WRITER("MyWriter", Kind.DATASET_WRITER),
    /** An export of a study. */
    EXPORT("MyExport", Kind.EXPORT),
    /** A runner of studies. */
    RUNNER("MyRunner", Kind.RUNNER);

    private static final Pattern CLASS_NAME = Pattern.compile("[A-Z][A-Za-z0-9]*");

    private final String className;
    private final Optional<Kind> kind;

    PluginTemplate(String className, Kind kind) {
        this.className = className;
        this.kind = Optional.of(kind);
    }

    PluginTemplate(String className) {
        this.className = className;
        this.kind = Optional.empty();
    }

    /** Returns what it is called on the command line, for example {@code study-analysis}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the kind of its component; a chart view has none. */
    public Optional<Kind> kind() {
        return kind;
    }

    /**
     * Returns the id of the component in a class of this name.
     *
     * @param name simple name of the class: {@code TwoStepFlow} gives {@code two-step-flow}, {@code SIRModel} gives {@code sir-model}
     */
    public static String id(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the source of a class.
     *
     * @param name simple name of the class, for a declared model of the class that is made of it
     * @throws InputException when the name is none for a class, or is used within the template
     */
    public String source(String name) {
        return source(name, id(name));
    }

    String source(String name, String id) {
        if (!CLASS_NAME.matcher(name).matches()) {
            throw new InputException("A class has a name of letters and digits that begins with a capital, such as "
                    + className + "; was '" + name + "'");
        }
        String template = resource("templates/" + file(className));
        if (!name.equals(className)
                && Pattern.compile("\\b" + name + "\\b").matcher(template).find()) {
            throw new InputException(
                    "The name '" + name + "' is taken by something that the plug-in uses; choose another one");
        }
        String words = id.replace('-', ' ');
        if (this == DECLARED_MODEL) {
            return template.replace(words(className), capital(words));
        }
        return template.replace("\"" + id(className) + "\"", "\"" + id + "\"")
                .replace("\"" + words(className) + "\"", "\"" + capital(words) + "\"")
                .replaceAll("\\b" + className + "\\b", name);
    }

    private static String words(String name) {
        return capital(id(name).replace('-', ' '));
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /**
     * Writes the source of a class into a folder.
     *
     * @param name simple name of the class
     * @param folder the folder, made where it is missing
     * @return the file
     * @throws IOException when it cannot be written
     * @throws InputException when the name does not do, or there is a file of this name
     */
    public Path write(String name, Path folder) throws IOException {
        return write(folder.resolve(file(name)), source(name));
    }

    /**
     * Returns the name of the file.
     *
     * @param name simple name of the class
     */
    public String file(String name) {
        return this == DECLARED_MODEL ? id(name) + ".yaml" : name + ".java";
    }

    /** Writes a new file; one that is there stays as it is. */
    static Path write(Path file, String text) throws IOException {
        if (Files.exists(file)) {
            throw new InputException(file + " exists and stays as it is; choose another name or folder");
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    }

    static String resource(String name) {
        try (InputStream in = PluginTemplate.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The template " + name + " cannot be read", e);
        }
    }
}
