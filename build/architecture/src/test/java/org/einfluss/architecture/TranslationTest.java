package org.einfluss.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What components and their parameters say of themselves exists in German: in the file {@code phrases_de.po} of their package. What is
 * missing is written to {@code target/missing_de.po}, to be translated and moved there.
 */
final class TranslationTest {
    private static final String DESCRIBED = "org.einfluss.api.Described";
    private static final String FILE = "phrases_de.po";
    /** Not shipped to users as part of the product: test subjects, and examples to be read as code. */
    private static final Set<String> WITHOUT = Set.of("org.einfluss.tck", "org.einfluss.example");

    private static final Pattern ENTRY = Pattern.compile(
            "^msgid ((?:\\s*\"(?:[^\"\\\\]|\\\\.)*\")+)\\s*^msgstr ((?:\\s*\"(?:[^\"\\\\]|\\\\.)*\")+)",
            Pattern.MULTILINE);

    @Test
    void componentsAndParametersAreTranslated() throws IOException, ReflectiveOperationException {
        Bundles bundles = new Bundles();
        Map<String, Set<String>> missing = new TreeMap<>();
        int phrases = 0;
        Set<String> packages = new TreeSet<>();
        for (JavaClass type : bundles.classes()) {
            if (type.isAnnotatedWith(DESCRIBED)) {
                packages.add(type.getPackageName());
            }
        }
        List<URL> folders = new ArrayList<>();
        for (Path folder : bundles.folders.values()) {
            folders.add(folder.toUri().toURL());
        }
        try (URLClassLoader loader =
                new URLClassLoader(folders.toArray(URL[]::new), getClass().getClassLoader())) {
            for (JavaClass type : bundles.classes()) {
                String bundle = bundles.bundle(type);
                boolean speaks = type.isAnnotatedWith(DESCRIBED) || type.isAssignableTo(Record.class);
                if (!speaks || WITHOUT.contains(bundle) || !packages.contains(type.getPackageName())) {
                    continue;
                }
                Path file = bundles.folders
                        .get(bundle)
                        .resolve(type.getPackageName().replace('.', '/'))
                        .resolve(FILE);
                Set<String> known = Files.exists(file) ? entries(Files.readString(file)) : Set.of();
                for (String phrase : phrases(loader.loadClass(type.getName()))) {
                    phrases++;
                    if (!known.contains(phrase)) {
                        missing.computeIfAbsent(type.getPackageName(), key -> new TreeSet<>())
                                .add(phrase);
                    }
                }
            }
        }
        assertFalse(phrases == 0, "no phrase found");
        List<String> lines = new ArrayList<>();
        missing.forEach((name, texts) -> {
            lines.add("# " + name);
            texts.forEach(text -> lines.add("msgid " + quoted(text) + "\nmsgstr \"\"\n"));
        });
        Path template = Path.of("target", "missing_de.po");
        Files.createDirectories(template.getParent());
        Files.write(template, lines);
        assertEquals(Map.of(), missing, "translate what " + template + " lists");
    }

    private static Set<String> phrases(Class<?> type) throws ReflectiveOperationException {
        Set<String> phrases = new TreeSet<>();
        collect(type, DESCRIBED, List.of("name", "summary"), phrases);
        if (isModel(type)) {
            Object model = type.getConstructor().newInstance();
            for (Object state : (List<?>) type.getMethod("states").invoke(model)) {
                phrases.add((String) state);
            }
            phrases.removeIf(phrase -> phrase.matches("[0-9.-]+")); // ranges of opinions
        }
        if (type.isRecord()) {
            for (AnnotatedElement component : type.getRecordComponents()) {
                collect(component, "org.einfluss.api.Param", List.of("value", "unit", "help"), phrases);
            }
        }
        phrases.remove("");
        return phrases;
    }

    private static boolean isModel(Class<?> type) {
        return Stream.of(type.getInterfaces()).anyMatch(one -> one.getName().equals("org.einfluss.api.model.Model"));
    }

    private static void collect(AnnotatedElement element, String annotation, List<String> names, Set<String> phrases)
            throws ReflectiveOperationException {
        for (Annotation found : element.getAnnotations()) {
            if (found.annotationType().getName().equals(annotation)) {
                for (String name : names) {
                    phrases.add((String) found.annotationType().getMethod(name).invoke(found));
                }
            }
        }
    }

    private static Set<String> entries(String text) {
        Set<String> known = new TreeSet<>();
        Matcher entry = ENTRY.matcher(text);
        while (entry.find()) {
            if (!joined(entry.group(2)).isEmpty()) {
                known.add(joined(entry.group(1)));
            }
        }
        return known;
    }

    private static String joined(String quoted) {
        StringBuilder text = new StringBuilder();
        quoted.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> text.append(line.substring(1, line.length() - 1)
                        .replace("\\n", "\n")
                        .replace("\\\"", "\"")
                        .replace("\\\\", "\\")));
        return text.toString();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
