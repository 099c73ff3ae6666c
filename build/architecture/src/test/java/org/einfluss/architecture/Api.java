package org.einfluss.architecture;

import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Analyzer;
import aQute.bnd.osgi.Clazz;
import aQute.bnd.osgi.Descriptors;
import aQute.bnd.osgi.Jar;
import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Diff;
import aQute.bnd.service.diff.Tree;
import aQute.bnd.service.diff.Type;
import aQute.bnd.version.Version;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The exported packages of a bundle as bnd sees them, kept as text: one element per line, indented below what it belongs to,
 * with what adding and removing it means for the version.
 */
final class Api {
    private static final DiffPluginImpl DIFFER = new DiffPluginImpl();

    /** What every class inherits from the JDK, whose versions differ in it. */
    private static final Set<String> INHERITED = Stream.of(Object.class, Throwable.class, Enum.class, Record.class)
            .flatMap(type -> Stream.of(type.getDeclaredMethods()))
            .map(Api::signature)
            .collect(Collectors.toSet());

    private final Tree tree;

    private Api(Tree tree) {
        this.tree = tree;
    }

    /** Reads compiled classes with their manifest, from a folder or a jar. */
    static Api of(Path classes) throws Exception {
        try (Analyzer analyzer = new Analyzer(new Jar(classes.toFile()))) {
            return new Api(
                    DIFFER.deserialize(own(DIFFER.tree(analyzer).get("<api>").serialize())));
        }
    }

    private static Tree.Data own(Tree.Data element) {
        element.children = Stream.of(element.children)
                .filter(child -> child.type != Type.METHOD || !INHERITED.contains(child.name))
                .map(Api::own)
                .toArray(Tree.Data[]::new);
        return element;
    }

    private static String signature(Method method) {
        return Stream.of(method.getParameterTypes())
                .map(Class::getTypeName)
                .collect(Collectors.joining(",", method.getName() + "(", ")"));
    }

    /** Returns the visible types that others extend and that do not say whether plug-ins do so. */
    static List<String> undecided(Path classes) throws Exception {
        List<String> undecided = new ArrayList<>();
        try (Analyzer analyzer = new Analyzer(new Jar(classes.toFile()))) {
            analyzer.analyze();
            for (Clazz type : analyzer.getClassspace().values()) {
                String name = type.getFQN();
                boolean open = type.isPublic() && (type.isInterface() || type.isAbstract());
                if (open && !type.isEnum() && !name.contains(".internal.") && !isMarked(type)) {
                    undecided.add(name);
                }
            }
        }
        return undecided;
    }

    private static boolean isMarked(Clazz type) {
        return type.annotations().stream()
                .map(Descriptors.TypeRef::getFQN)
                .anyMatch(name -> name.matches("org\\.osgi\\.annotation\\.versioning\\.(Consumer|Provider)Type"));
    }

    /** Reads what {@link #write} wrote. */
    static Api read(Path file) throws Exception {
        Deque<Tree.Data> path = new ArrayDeque<>();
        Tree.Data root = null;
        for (String line : Files.readAllLines(file)) {
            String text = line.stripLeading();
            int depth = line.length() - text.length();
            String[] words = text.split(" ", 4);
            Tree.Data data = new Tree.Data();
            data.type = Type.valueOf(words[0]);
            data.add = Delta.valueOf(words[1]);
            data.rem = Delta.valueOf(words[2]);
            data.name = words[3];
            data.children = new Tree.Data[0];
            while (path.size() > depth) {
                path.pop();
            }
            if (root == null) {
                root = data;
            } else {
                Tree.Data parent = path.element();
                parent.children = Arrays.copyOf(parent.children, parent.children.length + 1);
                parent.children[parent.children.length - 1] = data;
            }
            path.push(data);
        }
        return new Api(DIFFER.deserialize(root));
    }

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        write(tree, 0, lines);
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }

    private static void write(Tree element, int depth, List<String> lines) {
        lines.add(" ".repeat(depth) + element.getType() + " " + element.ifAdded() + " " + element.ifRemoved() + " "
                + element.getName());
        for (Tree child : element.getChildren()) {
            write(child, depth + 1, lines);
        }
    }

    /** Returns a sentence for each package whose version does not say what changed since {@code older}. */
    List<String> wrongVersions(Api older) {
        Map<String, Version> now = versions();
        Map<String, Version> then = older.versions();
        List<String> wrong = new ArrayList<>();
        for (Diff change : tree.diff(older.tree).getChildren()) {
            String name = change.getName();
            if (change.getDelta() == Delta.REMOVED) {
                wrong.add("The package " + name + " " + then.get(name)
                        + " is gone; plug-ins that import it no longer start. Put it back, or say so in guide/migration.md"
                        + " and renew the baseline.");
            } else if (then.containsKey(name)) {
                Version had = then.get(name);
                Version needed = switch (change.getDelta()) {
                    case MAJOR -> new Version(had.getMajor() + 1, 0, 0);
                    case MINOR -> new Version(had.getMajor(), had.getMinor() + 1, 0);
                    default -> had;
                };
                if (now.get(name).compareTo(needed) < 0) {
                    List<String> elements = new ArrayList<>();
                    collect(change, "", elements);
                    wrong.add("The package " + name + " changed " + change.getDelta() + " since " + had
                            + ": @Version in its package-info.java must be " + needed + " or newer, was "
                            + now.get(name) + ".\n  " + String.join("\n  ", elements));
                }
            }
        }
        return wrong;
    }

    /** The smallest elements that changed as much as the whole. */
    private static void collect(Diff change, String owner, List<String> elements) {
        String path = change.getType() == Type.PACKAGE ? owner : owner + " " + change.getName();
        boolean deeper = false;
        for (Diff child : change.getChildren()) {
            if (child.getDelta() != Delta.UNCHANGED && child.getDelta() != Delta.IGNORED) {
                deeper = true;
                collect(child, path, elements);
            }
        }
        if (!deeper) {
            elements.add(change.getDelta() + path);
        }
    }

    private Map<String, Version> versions() {
        Map<String, Version> versions = new TreeMap<>();
        for (Tree exported : tree.getChildren()) {
            Version version = Version.LOWEST;
            for (Tree child : exported.getChildren()) {
                if (child.getType() == Type.VERSION) {
                    version = new Version(child.getName());
                }
            }
            versions.put(exported.getName(), version);
        }
        return versions;
    }
}
