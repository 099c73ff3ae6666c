package org.einfluss.formats.internal;

import java.io.StringReader;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.data.Source;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A part of a YAML text that knows its place, so that what is wrong in it can be named by line and column. */
public final class YamlPart {
    private final String file;
    private final Node node;

    private YamlPart(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    /**
     * Parses a text.
     *
     * @param file its name for messages
     * @param text the text, one mapping
     */
    public static YamlPart parse(String file, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (!(root instanceof MappingNode)) {
                throw new InputException(file + ": Expected keys with values, found something else.");
            }
            return new YamlPart(file, root);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            throw new InputException(
                    new InputException.Place(
                            file, mark == null ? 0 : mark.getLine() + 1, mark == null ? 0 : mark.getColumn() + 1),
                    "This is not correct YAML: " + e.getProblem() + ".");
        }
    }

    /** Makes the exception for something wrong here. */
    public InputException wrong(String sentence) {
        Mark mark = node.getStartMark();
        return new InputException(new InputException.Place(file, mark.getLine() + 1, mark.getColumn() + 1), sentence);
    }

    /** Returns the parts of a mapping by key. */
    public Map<String, YamlPart> map() {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("Expected keys with values, found " + found() + ".");
        }
        Map<String, YamlPart> parts = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            YamlPart key = new YamlPart(file, tuple.getKeyNode());
            if (parts.put(key.text(), new YamlPart(file, tuple.getValueNode())) != null) {
                throw key.wrong("The key '" + key.text() + "' is given twice. Remove one.");
            }
        }
        return parts;
    }

    /**
     * Returns the parts of a mapping by key.
     *
     * @param allowed the keys that may occur
     * @param needed the keys that must occur
     */
    public Map<String, YamlPart> map(Set<String> allowed, Set<String> needed) {
        Map<String, YamlPart> parts = map();
        for (Map.Entry<String, YamlPart> part : parts.entrySet()) {
            if (!allowed.contains(part.getKey())) {
                throw part.getValue()
                        .wrong("There is no key '" + part.getKey() + "' here; the keys are "
                                + String.join(", ", new TreeSet<>(allowed)) + ".");
            }
        }
        for (String key : needed) {
            if (!parts.containsKey(key)) {
                throw wrong("The key '" + key + "' is missing. Add it.");
            }
        }
        return parts;
    }

    /** Returns the parts of a list. */
    public List<YamlPart> list() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("Expected a list, found " + found() + ".");
        }
        return sequence.getValue().stream()
                .map(item -> new YamlPart(file, item))
                .toList();
    }

    /** Returns a list of texts. */
    public List<String> texts() {
        return list().stream().map(YamlPart::text).toList();
    }

    /** Returns a single value as text. */
    public String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw wrong("Expected a single value, found " + found() + ".");
        }
        return scalar.getValue();
    }

    private String found() {
        return node instanceof MappingNode ? "keys with values" : node instanceof SequenceNode ? "a list" : "a value";
    }

    /**
     * Reads a parameter record: keys are the components' names in kebab-case, defaults those of {@code @Param}.
     *
     * @param <R> the record
     * @param type the record
     * @param others keys of this mapping that are not for the record
     * @param known values of components that may be left out here, by key
     */
    public <R extends Record> R record(Class<R> type, Set<String> others, Map<String, Object> known) {
        Map<String, YamlPart> parts = map();
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        Set<String> keys = new TreeSet<>(others);
        for (int i = 0; i < components.length; i++) {
            String key = kebab(components[i].getName());
            keys.add(key);
            Param param = components[i].getAnnotation(Param.class);
            Type of = components[i].getGenericType();
            if (parts.containsKey(key)) {
                values[i] = parts.get(key).value(of);
            } else if (of instanceof Class<?> given && given.isInstance(known.get(key))) {
                values[i] = known.get(key);
            } else if (of instanceof ParameterizedType
                    && (param == null || param.initial().isEmpty())) {
                values[i] = List.of();
            } else if (param != null && !param.initial().isEmpty()) {
                values[i] = initial(param.initial(), of);
            } else {
                throw wrong("The key '" + key + "' is missing. Add it.");
            }
        }
        for (Map.Entry<String, YamlPart> part : parts.entrySet()) {
            if (!keys.contains(part.getKey())) {
                throw part.getValue()
                        .wrong("There is no key '" + part.getKey() + "' here; the keys are " + String.join(", ", keys)
                                + ".");
            }
        }
        return create(type, components, values);
    }

    /** A default, as an annotation writes it: a value, or YAML for a record or a list. */
    private Object initial(String text, Type type) {
        return type instanceof Class<?> simple && !simple.isRecord()
                ? scalar(text, simple)
                : new YamlPart(file, new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text)))
                        .value(type);
    }

    private <R extends Record> R create(Class<R> type, RecordComponent[] components, Object[] values) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InputException || e.getCause() instanceof IllegalArgumentException) {
                InputException wrong = wrong(e.getCause().getMessage());
                wrong.initCause(e);
                throw wrong;
            }
            throw new IllegalStateException("Cannot make " + type.getName(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make " + type.getName(), e);
        }
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType list) {
            Type item = list.getActualTypeArguments()[0];
            return list().stream().map(part -> part.value(item)).toList();
        }
        Class<?> simple = (Class<?>) type;
        return simple.isRecord() ? record(simple.asSubclass(Record.class), Set.of(), Map.of()) : scalar(text(), simple);
    }

    private Object scalar(String text, Class<?> type) {
        try {
            if (type == String.class) {
                return text;
            } else if (type == double.class) {
                return Double.parseDouble(text);
            } else if (type == int.class) {
                return Integer.parseInt(text);
            } else if (type == long.class) {
                return Long.parseLong(text);
            } else if (type == boolean.class && (text.equals("true") || text.equals("false"))) {
                return Boolean.parseBoolean(text);
            }
        } catch (NumberFormatException e) {
            throw wrong("Expected a number, found '" + text + "'.");
        }
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                if (kebab(((Enum<?>) constant).name()).equals(text)) {
                    return constant;
                }
            }
            throw wrong("Expected one of "
                    + String.join(
                            ", ",
                            Arrays.stream(type.getEnumConstants())
                                    .map(constant -> kebab(((Enum<?>) constant).name()))
                                    .toList())
                    + ", found '" + text + "'.");
        }
        throw wrong("Expected true or false, found '" + text + "'.");
    }

    /** Returns this part as maps, lists and texts. */
    public Object plain() {
        if (node instanceof MappingNode) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map().forEach((key, part) -> plain.put(key, part.plain()));
            return plain;
        }
        return node instanceof SequenceNode
                ? new ArrayList<>(list().stream().map(YamlPart::plain).toList())
                : text();
    }

    /** Reads a single value as the name of an encoding. */
    public Charset charset() {
        return Source.encodingNamed(text())
                .orElseThrow(
                        () -> wrong("There is no encoding '" + text() + "'; usual ones are utf-8, utf-16le, latin-1."));
    }

    /**
     * Reads a single value as what a parameter record could hold: a number, a text, a constant of an enum in kebab-case.
     *
     * @param <T> the type
     * @param type the type
     */
    public <T> T as(Class<T> type) {
        return type.cast(scalar(text(), type));
    }

    /**
     * Writes keys and values as YAML, in their order.
     *
     * @param keys texts, numbers, lists and maps
     */
    public static String write(Map<String, Object> keys) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setWidth(120);
        return new Yaml(options).dump(keys);
    }

    /**
     * Writes a Java name, or the name of a constant, in kebab-case.
     *
     * @param name {@code meanDegree} or {@code MEAN_DEGREE}
     */
    public static String kebab(String name) {
        boolean constant = name.equals(name.toUpperCase(Locale.ROOT));
        String words = constant ? name : name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_");
        return words.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
