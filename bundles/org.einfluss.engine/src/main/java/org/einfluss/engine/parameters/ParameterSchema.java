package org.einfluss.engine.parameters;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.einfluss.api.InputException;
import org.einfluss.api.InputException.Place;
import org.einfluss.api.Param;

/**
 * What a parameter record says about itself: the one source of forms, options, file keys and the parameters sheet.
 *
 * <p>Record components of the types {@code int, long, double, boolean, String}, enums, records, lists of those, sealed
 * interfaces of records, and {@link Optional} of any. Names are the Java names in kebab-case. A sealed interface's
 * alternative is chosen by the key {@code kind}, the record's simple name in kebab-case; alternatives without parameters may be
 * named alone. A value without kind stands for the first alternative with one parameter: {@code threshold: 0.18} means
 * {@code threshold: {kind: constant, value: 0.18}}. Where only some parts of a nested record or alternative are given, the
 * others come from the default's text as long as the kind is the same, and else from their own defaults.
 *
 * <p>Immutable and thread-safe.
 */
public final class ParameterSchema {
    private static final String KIND = "kind";

    private final Class<? extends Record> type;
    private final List<Parameter> parameters;
    private final Constructor<? extends Record> constructor;
    private final Method[] accessors;

    private ParameterSchema(Class<? extends Record> type) {
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        List<Parameter> list = new ArrayList<>();
        accessors = new Method[components.length];
        for (int i = 0; i < components.length; i++) {
            list.add(parameter(components[i]));
            accessors[i] = components[i].getAccessor();
            accessors[i].setAccessible(true);
        }
        parameters = List.copyOf(list);
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible); // every record has its canonical constructor
        }
    }

    /**
     * Reads the schema of a parameter record.
     *
     * @param type the record class
     * @throws IllegalArgumentException when a component has a type or a range that is not supported
     */
    public static ParameterSchema of(Class<? extends Record> type) {
        return new ParameterSchema(type);
    }

    /**
     * Reads the schema of a component: of the record that it names as type argument of the extension's interface, be it
     * directly or through superclasses.
     *
     * @param component the component, for example a model
     * @param extension the extension's interface, for example {@code Model.class}; one without type parameter has no
     *     parameters
     * @throws IllegalArgumentException when the component does not name a record
     */
    public static ParameterSchema ofComponent(Object component, Class<?> extension) {
        if (extension.getTypeParameters().length == 0) {
            return of(org.einfluss.api.None.class);
        }
        Type argument = argument(component.getClass(), extension, Map.of())
                .orElseThrow(() -> new IllegalArgumentException(
                        component.getClass().getName() + " does not implement " + extension.getSimpleName()));
        if (argument instanceof Class<?> found && found.isRecord()) {
            return of(found.asSubclass(Record.class));
        }
        throw new IllegalArgumentException(component.getClass().getName() + " must name its parameter record, as in "
                + extension.getSimpleName() + "<Parameters>; found " + argument.getTypeName());
    }

    private static Optional<Type> argument(Type from, Class<?> extension, Map<TypeVariable<?>, Type> known) {
        Class<?> raw;
        Map<TypeVariable<?>, Type> bound = new HashMap<>();
        if (from instanceof ParameterizedType generic) {
            raw = (Class<?>) generic.getRawType();
            for (int i = 0; i < raw.getTypeParameters().length; i++) {
                Type argument = generic.getActualTypeArguments()[i];
                bound.put(raw.getTypeParameters()[i], known.getOrDefault(argument, argument));
            }
        } else {
            raw = (Class<?>) from;
        }
        if (raw == extension) {
            TypeVariable<?> variable = extension.getTypeParameters()[0];
            return Optional.of(bound.getOrDefault(variable, variable));
        }
        List<Type> parents = new ArrayList<>(List.of(raw.getGenericInterfaces()));
        if (raw.getGenericSuperclass() != null) {
            parents.add(raw.getGenericSuperclass());
        }
        return parents.stream()
                .map(parent -> argument(parent, extension, bound))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Parameter parameter(RecordComponent component) {
        String name = Names.kebab(component.getName());
        try {
            ParameterType type = type(component.getGenericType());
            Param param = component.getAnnotation(Param.class);
            if (param == null) {
                String label = Character.toUpperCase(name.charAt(0))
                        + name.substring(1).replace('-', ' ');
                return new Parameter(name, label, "", "", Interval.ALL, Optional.empty(), "", false, type);
            }
            Optional<String> initial = Optional.of(param.initial()).filter(text -> !text.isEmpty());
            Interval range = Interval.parse(param.range());
            return new Parameter(
                    name,
                    param.value(),
                    param.unit(),
                    param.symbol(),
                    range,
                    initial,
                    param.help(),
                    param.advanced(),
                    type);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "Parameter '" + component.getName() + "' of "
                            + component.getDeclaringRecord().getName() + ": " + wrong.getMessage(),
                    wrong);
        }
    }

    private static ParameterType type(Type javaType) {
        if (javaType instanceof ParameterizedType generic) {
            Type argument = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == List.class) {
                return new ParameterType.Sequence(type(argument));
            }
            if (generic.getRawType() == Optional.class) {
                return new ParameterType.Maybe(type(argument));
            }
        } else if (javaType == int.class || javaType == Integer.class) {
            return new ParameterType.Whole(false);
        } else if (javaType == long.class || javaType == Long.class) {
            return new ParameterType.Whole(true);
        } else if (javaType == double.class || javaType == Double.class) {
            return new ParameterType.Real();
        } else if (javaType == boolean.class || javaType == Boolean.class) {
            return new ParameterType.Truth();
        } else if (javaType == String.class) {
            return new ParameterType.Text();
        } else if (javaType instanceof Class<?> found && found.isEnum()) {
            Map<String, Enum<?>> constants = new LinkedHashMap<>();
            for (Object constant : found.getEnumConstants()) {
                constants.put(Names.kebab(((Enum<?>) constant).name()), (Enum<?>) constant);
            }
            return new ParameterType.Choice(Collections.unmodifiableMap(constants));
        } else if (javaType instanceof Class<?> found && found.isRecord()) {
            return new ParameterType.Group(of(found.asSubclass(Record.class)));
        } else if (javaType instanceof Class<?> found && found.isSealed()) {
            Map<String, ParameterSchema> kinds = new LinkedHashMap<>();
            alternatives(found, kinds);
            return new ParameterType.Alternatives(Collections.unmodifiableMap(kinds));
        }
        throw new IllegalArgumentException("the type " + javaType.getTypeName() + " is not supported");
    }

    private static void alternatives(Class<?> sealed, Map<String, ParameterSchema> into) {
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            if (permitted.isSealed()) {
                alternatives(permitted, into);
            } else if (permitted.isRecord()) {
                into.put(Names.kebab(permitted.getSimpleName()), of(permitted.asSubclass(Record.class)));
            } else {
                throw new IllegalArgumentException(permitted.getName() + " is not a record");
            }
        }
    }

    /** Returns the record class. */
    public Class<? extends Record> type() {
        return type;
    }

    /** Returns the parameters in the order of the record. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /**
     * Returns a parameter.
     *
     * @param name its name
     */
    public Optional<Parameter> find(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    /** Returns the names of the parameters. */
    public List<String> names() {
        return parameters.stream().map(Parameter::name).toList();
    }

    /**
     * Makes the record with all defaults.
     *
     * @throws InputException naming what has no default
     */
    public Record defaults() {
        return bind(Setting.Fields.NONE);
    }

    /**
     * Makes the record that settings ask for.
     *
     * @param settings the settings; what they leave out takes its default
     * @throws InputException with the places of all mistakes: unknown names, missing or wrong values, values out of range,
     *     what the record itself refuses
     */
    public Record bind(Setting.Fields settings) {
        List<String> mistakes = new ArrayList<>();
        for (Setting.Field entry : settings.entries()) {
            if (find(entry.name()).isEmpty()) {
                mistakes.add(
                        Setting.mistake(entry.place(), unknown(entry.name())).getMessage());
            }
        }
        Object[] values = new Object[accessors.length];
        for (int i = 0; i < values.length; i++) {
            try {
                values[i] = value(parameters.get(i), settings);
            } catch (InputException mistake) {
                mistakes.add(mistake.getMessage());
            }
        }
        if (!mistakes.isEmpty()) {
            throw new InputException(String.join("\n", mistakes));
        }
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof IllegalArgumentException refused) {
                throw Setting.mistake(settings.place(), refused.getMessage());
            }
            if (thrown.getCause() instanceof InputException told) {
                throw told;
            }
            throw new IllegalStateException("cannot make " + type.getName(), thrown.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("cannot make " + type.getName(), impossible);
        }
    }

    /** Says which name was meant, also where it is one of a part: {@code degrees.mean-degree} for {@code mean-degree}. */
    private String unknown(String name) {
        List<String> inside = new ArrayList<>();
        for (Parameter parameter : parameters) {
            ParameterType type =
                    parameter.type() instanceof ParameterType.Maybe maybe ? maybe.type() : parameter.type();
            boolean has = type instanceof ParameterType.Group group
                            && group.schema().find(name).isPresent()
                    || type instanceof ParameterType.Alternatives kinds
                            && kinds.schemas().values().stream()
                                    .anyMatch(schema -> schema.find(name).isPresent());
            if (has) {
                inside.add("'" + parameter.name() + "." + name + "'");
            }
        }
        return inside.isEmpty() || Names.nearest(name, names()).isPresent()
                ? Names.unknown("parameter", name, names())
                : "Unknown parameter '" + name + "'; did you mean " + String.join(" or ", inside) + "? There are: "
                        + String.join(", ", names());
    }

    private static Object value(Parameter parameter, Setting.Fields settings) {
        Optional<Setting> given = settings.find(parameter.name());
        if (given.isEmpty() && parameter.initial().isEmpty()) {
            if (parameter.type() instanceof ParameterType.Maybe) {
                return Optional.empty();
            }
            throw settings.mistake("'" + parameter.name() + "' must be given: " + parameter.caption() + ", "
                    + parameter.type().expected());
        }
        return value(parameter, parameter.type(), given.orElseGet(() -> initial(parameter)));
    }

    private static Setting initial(Parameter parameter) {
        return read(parameter.type(), parameter.initial().orElseThrow());
    }

    /** Texts are taken as they stand, all else may be flow-style YAML. */
    private static Setting read(ParameterType type, String text) {
        return type instanceof ParameterType.Text ? Setting.of(text) : YamlSettings.value(text, Setting.NOWHERE);
    }

    private static Object value(Parameter parameter, ParameterType type, Setting setting) {
        if (setting instanceof Setting.Vary) {
            throw setting.mistake(parameter.label() + " cannot vary here");
        } else if (type instanceof ParameterType.Maybe maybe) {
            return Optional.of(value(parameter, maybe.type(), setting));
        } else if (type instanceof ParameterType.Group group) {
            return group.schema().bind(parts(parameter, group.schema(), setting));
        } else if (type instanceof ParameterType.Alternatives alternatives) {
            String kind = kind(parameter, alternatives, setting);
            return alternatives.schemas().get(kind).bind(parts(parameter, alternatives, kind, setting));
        } else if (type instanceof ParameterType.Sequence sequence) {
            if (setting instanceof Setting.Items items) {
                return items.items().stream()
                        .map(item -> value(parameter, sequence.item(), item))
                        .toList();
            }
        } else if (setting instanceof Setting.Scalar scalar) {
            return single(parameter, type, scalar);
        }
        throw wrong(parameter, type, setting);
    }

    private static Object single(Parameter parameter, ParameterType type, Setting.Scalar scalar) {
        String text = scalar.text();
        if (type instanceof ParameterType.Text) {
            return text;
        } else if (type instanceof ParameterType.Truth && (text.equals("true") || text.equals("false"))) {
            return text.equals("true");
        } else if (type instanceof ParameterType.Choice choice) {
            Enum<?> constant = choice.constants().get(text);
            if (constant == null) {
                throw scalar.mistake(Names.unknown(
                        "value of " + parameter.label(),
                        text,
                        choice.constants().keySet()));
            }
            return constant;
        } else if (type instanceof ParameterType.Whole || type instanceof ParameterType.Real) {
            return number(parameter, type, scalar);
        }
        throw wrong(parameter, type, scalar);
    }

    private static Object number(Parameter parameter, ParameterType type, Setting.Scalar scalar) {
        try {
            if (type instanceof ParameterType.Whole whole) {
                BigDecimal exact = new BigDecimal(scalar.text()).stripTrailingZeros();
                if (exact.scale() > 0) {
                    throw wrong(parameter, type, scalar);
                }
                // the scale is bounded first, since expanding 1e999999999 would take all memory
                long value = exact.scale() < -1000 ? overflow() : exact.longValueExact();
                checkRange(parameter, (double) value, scalar);
                return whole.wide() ? (Object) value : (Object) Math.toIntExact(value);
            }
            double value = NumberText.parse(scalar.text());
            checkRange(parameter, value, scalar);
            return value;
        } catch (NumberFormatException noNumber) {
            throw wrong(parameter, type, scalar);
        } catch (ArithmeticException overflow) {
            throw scalar.mistake(parameter.label() + " must be a whole number below 2^"
                    + (type.equals(new ParameterType.Whole(true)) ? 63 : 31) + ", was " + scalar.text());
        }
    }

    private static long overflow() {
        throw new ArithmeticException();
    }

    private static void checkRange(Parameter parameter, double value, Setting.Scalar scalar) {
        if (!parameter.range().contains(value)) {
            throw scalar.mistake(parameter.label() + " must lie in " + parameter.range()
                    + (parameter.unit().isEmpty() ? "" : " (" + parameter.unit() + ")") + ", was " + scalar.text());
        }
    }

    private static InputException wrong(Parameter parameter, ParameterType type, Setting setting) {
        return setting.mistake(parameter.label() + " must be " + type.expected()
                + (parameter.unit().isEmpty() ? "" : " (" + parameter.unit() + ")") + ", was " + setting.flow());
    }

    private static Setting.Fields parts(Parameter parameter, ParameterSchema schema, Setting setting) {
        if (setting instanceof Setting.Fields fields) {
            return parameter.initial().isPresent() && initial(parameter) instanceof Setting.Fields defaults
                    ? over(defaults, fields)
                    : fields;
        }
        if (schema.parameters().size() == 1) {
            return new Setting.Fields(
                    List.of(new Setting.Field(schema.names().get(0), setting, setting.place())), setting.place());
        }
        throw wrong(parameter, parameter.type(), setting);
    }

    private static Setting.Fields parts(
            Parameter parameter, ParameterType.Alternatives alternatives, String kind, Setting setting) {
        if (setting instanceof Setting.Fields fields) {
            Setting.Fields own = fields.without(KIND);
            if (parameter.initial().isPresent()
                    && initial(parameter) instanceof Setting.Fields defaults
                    && kind(parameter, alternatives, defaults).equals(kind)) {
                return over(defaults.without(KIND), own);
            }
            return own;
        }
        if (setting instanceof Setting.Scalar scalar && scalar.text().equals(kind)) {
            return parts(
                    parameter,
                    alternatives,
                    kind,
                    new Setting.Fields(List.of(new Setting.Field(KIND, setting, setting.place())), setting.place()));
        }
        return parts(parameter, alternatives.schemas().get(kind), setting);
    }

    private static Setting.Fields over(Setting.Fields defaults, Setting.Fields given) {
        Setting.Fields all = given;
        for (Setting.Field entry : defaults.entries()) {
            if (given.find(entry.name()).isEmpty()) {
                all = all.with(entry.name(), entry.value());
            }
        }
        return all;
    }

    /** Returns which alternative a setting asks for. */
    private static String kind(Parameter parameter, ParameterType.Alternatives alternatives, Setting setting) {
        if (setting instanceof Setting.Scalar scalar) {
            if (alternatives.schemas().containsKey(scalar.text())) {
                return scalar.text();
            }
            Optional<String> shorthand = alternatives.shorthand().filter(kind -> {
                ParameterType inner =
                        alternatives.schemas().get(kind).parameters().get(0).type();
                boolean word = Character.isLetter(
                        scalar.text().isEmpty() ? ' ' : scalar.text().charAt(0));
                return !word || inner instanceof ParameterType.Text;
            });
            return shorthand.orElseThrow(() -> scalar.mistake(alternatives
                    .shorthand()
                    .filter(kind -> Names.nearest(
                                    scalar.text(), alternatives.schemas().keySet())
                            .isEmpty())
                    .map(kind -> parameter.label() + " must be "
                            + alternatives
                                    .schemas()
                                    .get(kind)
                                    .parameters()
                                    .get(0)
                                    .type()
                                    .expected()
                            + ", or one of the kinds "
                            + String.join(", ", alternatives.schemas().keySet()) + ", was " + scalar.text())
                    .orElseGet(() -> Names.unknown(
                            "kind of " + parameter.label(),
                            scalar.text(),
                            alternatives.schemas().keySet()))));
        }
        if (setting instanceof Setting.Fields fields) {
            Optional<Setting> kind = fields.find(KIND);
            if (kind.isEmpty() && parameter.initial().isPresent()) {
                return kind(parameter, alternatives, initial(parameter));
            }
            if (kind.isEmpty()) {
                throw fields.mistake(parameter.label() + " needs a kind, one of "
                        + String.join(", ", alternatives.schemas().keySet()));
            }
            if (kind.get() instanceof Setting.Scalar scalar) {
                if (alternatives.schemas().containsKey(scalar.text())) {
                    return scalar.text();
                }
                throw scalar.mistake(Names.unknown(
                        "kind of " + parameter.label(),
                        scalar.text(),
                        alternatives.schemas().keySet()));
            }
            throw kind.get()
                    .mistake("A kind cannot vary alone; vary " + parameter.name()
                            + " as a whole: {vary: [{kind: …}, {kind: …}]}");
        }
        return alternatives.shorthand().orElseThrow(() -> wrong(parameter, alternatives, setting));
    }

    /**
     * Returns a record as settings, every parameter included; {@link #bind} gives the record back.
     *
     * @param parameterRecord a record of this schema's type
     */
    public Setting.Fields tree(Record parameterRecord) {
        List<Setting.Field> entries = new ArrayList<>();
        for (int i = 0; i < accessors.length; i++) {
            Parameter parameter = parameters.get(i);
            tree(parameter.type(), component(parameterRecord, i))
                    .ifPresent(value -> entries.add(new Setting.Field(parameter.name(), value, Setting.NOWHERE)));
        }
        return new Setting.Fields(entries, Setting.NOWHERE);
    }

    private Object component(Record parameterRecord, int i) {
        try {
            return accessors[i].invoke(parameterRecord);
        } catch (ReflectiveOperationException wrong) {
            throw new IllegalStateException("cannot read " + accessors[i], wrong);
        }
    }

    private static Optional<Setting> tree(ParameterType type, Object value) {
        if (type instanceof ParameterType.Maybe maybe) {
            return ((Optional<?>) value).flatMap(inner -> tree(maybe.type(), inner));
        } else if (type instanceof ParameterType.Sequence sequence) {
            return Optional.of(new Setting.Items(
                    ((List<?>) value)
                            .stream()
                                    .map(item -> tree(sequence.item(), item))
                                    .flatMap(Optional::stream)
                                    .toList(),
                    Setting.NOWHERE));
        } else if (type instanceof ParameterType.Group group) {
            return Optional.of(group.schema().tree((Record) value));
        } else if (type instanceof ParameterType.Alternatives alternatives) {
            for (Map.Entry<String, ParameterSchema> kind :
                    alternatives.schemas().entrySet()) {
                if (kind.getValue().type() == value.getClass()) {
                    List<Setting.Field> entries = new ArrayList<>();
                    entries.add(new Setting.Field(KIND, Setting.of(kind.getKey()), Setting.NOWHERE));
                    entries.addAll(kind.getValue().tree((Record) value).entries());
                    return Optional.of(new Setting.Fields(entries, Setting.NOWHERE));
                }
            }
            throw new IllegalStateException(value.getClass().getName() + " is no alternative");
        } else if (value instanceof Double number) {
            return Optional.of(Setting.of(NumberText.of(number)));
        } else if (value instanceof Enum<?> constant) {
            return Optional.of(Setting.of(Names.kebab(constant.name())));
        }
        return Optional.of(Setting.of(value.toString()));
    }

    /**
     * Returns every parameter of a record, defaults included, as canonical text by name; nested names are joined by dots, lists
     * are flow-style YAML.
     *
     * @param parameterRecord a record of this schema's type
     * @return in the order of the schema
     */
    public Map<String, String> settings(Record parameterRecord) {
        Map<String, String> flat = new LinkedHashMap<>();
        flatten("", tree(parameterRecord), flat);
        return flat;
    }

    private static void flatten(String prefix, Setting.Fields fields, Map<String, String> into) {
        for (Setting.Field entry : fields.entries()) {
            if (entry.value() instanceof Setting.Fields inner) {
                flatten(prefix + entry.name() + ".", inner, into);
            } else if (entry.value() instanceof Setting.Scalar scalar) {
                into.put(prefix + entry.name(), scalar.text());
            } else {
                into.put(prefix + entry.name(), entry.value().flow());
            }
        }
    }

    /**
     * Makes a record from what {@link #settings} gave; what is not there takes its default, so that settings written before a
     * parameter existed can still be read.
     *
     * @param settings canonical texts by dotted name
     * @throws InputException when they do not fit
     */
    public Record fromSettings(Map<String, String> settings) {
        Map<String, String> left = new LinkedHashMap<>(settings);
        Setting.Fields fields = unflatten("", left);
        if (!left.isEmpty()) {
            String unknown = left.keySet().iterator().next();
            throw new InputException(Names.unknown("parameter", unknown, names()));
        }
        return bind(fields);
    }

    private Setting.Fields unflatten(String prefix, Map<String, String> flat) {
        List<Setting.Field> entries = new ArrayList<>();
        for (Parameter parameter : parameters) {
            unflatten(prefix + parameter.name(), parameter.type(), flat)
                    .ifPresent(value -> entries.add(new Setting.Field(parameter.name(), value, Setting.NOWHERE)));
        }
        return new Setting.Fields(entries, Setting.NOWHERE);
    }

    private static Optional<Setting> unflatten(String path, ParameterType type, Map<String, String> flat) {
        boolean present = flat.containsKey(path) || flat.keySet().stream().anyMatch(key -> key.startsWith(path + "."));
        if (type instanceof ParameterType.Maybe maybe) {
            return present ? unflatten(path, maybe.type(), flat) : Optional.empty();
        } else if (type instanceof ParameterType.Group group && !flat.containsKey(path)) {
            return Optional.of(group.schema().unflatten(path + ".", flat));
        } else if (type instanceof ParameterType.Alternatives alternatives && !flat.containsKey(path)) {
            String kind = flat.remove(path + "." + KIND);
            ParameterSchema schema =
                    kind == null ? null : alternatives.schemas().get(kind);
            if (schema == null) {
                return kind == null ? Optional.empty() : Optional.of(Setting.Fields.NONE.with(KIND, Setting.of(kind)));
            }
            List<Setting.Field> entries = new ArrayList<>();
            entries.add(new Setting.Field(KIND, Setting.of(kind), Setting.NOWHERE));
            entries.addAll(schema.unflatten(path + ".", flat).entries());
            return Optional.of(new Setting.Fields(entries, Setting.NOWHERE));
        }
        return Optional.ofNullable(flat.remove(path)).map(text -> read(type, text));
    }

    /**
     * Returns the canonical text of one parameter of a record, as {@link YamlSettings#value} reads it; values that can do
     * without their kind, such as {@code 0.18}, come without it.
     *
     * @param parameterRecord a record of this schema's type
     * @param path the parameter's name, nested names joined by dots
     * @throws IllegalArgumentException when there is no such parameter
     */
    public String text(Record parameterRecord, String path) {
        int dot = path.indexOf('.');
        int i = names().indexOf(dot < 0 ? path : path.substring(0, dot));
        if (i < 0) {
            throw new IllegalArgumentException(Names.unknown("parameter", path, names()));
        }
        Object value = component(parameterRecord, i);
        ParameterType type = parameters.get(i).type();
        if (type instanceof ParameterType.Maybe maybe) {
            value = ((Optional<?>) value).orElseThrow();
            type = maybe.type();
        }
        if (dot >= 0) {
            return nested(type, value).text((Record) value, path.substring(dot + 1));
        }
        if (type instanceof ParameterType.Alternatives alternatives) {
            Class<?> kind = value.getClass();
            Optional<ParameterSchema> shorthand =
                    alternatives.shorthand().map(name -> alternatives.schemas().get(name));
            if (shorthand.isPresent() && shorthand.get().type() == kind) {
                return shorthand
                        .get()
                        .text((Record) value, shorthand.get().names().get(0));
            }
        }
        Setting tree = tree(type, value).orElseThrow();
        return tree instanceof Setting.Scalar scalar ? scalar.text() : tree.flow();
    }

    private static ParameterSchema nested(ParameterType type, Object value) {
        if (type instanceof ParameterType.Group group) {
            return group.schema();
        }
        return ((ParameterType.Alternatives) type)
                .schemas().values().stream()
                        .filter(schema -> schema.type() == value.getClass())
                        .findFirst()
                        .orElseThrow();
    }

    /**
     * Finds the parameters that settings vary: those given as {@code {vary: …}}, and those given as a list though they are
     * none. Unknown names are left to {@link #bind}.
     *
     * @param settings the settings
     * @return in the order of the schema
     */
    public List<Varied> varied(Setting.Fields settings) {
        List<Varied> found = new ArrayList<>();
        varied("", settings, found);
        return found;
    }

    private void varied(String prefix, Setting.Fields settings, List<Varied> into) {
        for (Parameter parameter : parameters) {
            Optional<Setting> given = settings.find(parameter.name());
            if (given.isEmpty()) {
                continue;
            }
            Setting setting = given.get();
            ParameterType type =
                    parameter.type() instanceof ParameterType.Maybe maybe ? maybe.type() : parameter.type();
            String path = prefix + parameter.name();
            if (setting instanceof Setting.Vary vary) {
                into.add(new Varied(path, parameter, vary.levels(), setting.place()));
            } else if (setting instanceof Setting.Items items
                    && !(type instanceof ParameterType.Sequence)
                    && !items.items().isEmpty()) {
                into.add(new Varied(path, parameter, new Levels.Values(items.items()), setting.place()));
            } else if (setting instanceof Setting.Fields fields && type instanceof ParameterType.Group group) {
                group.schema().varied(path + ".", fields, into);
            } else if (setting instanceof Setting.Fields fields
                    && type instanceof ParameterType.Alternatives alternatives) {
                alternatives
                        .schemas()
                        .get(kind(parameter, alternatives, fields))
                        .varied(path + ".", fields, into);
            }
        }
    }

    /**
     * A parameter that settings vary.
     *
     * @param path its name, nested names joined by dots
     * @param parameter the parameter
     * @param levels its levels
     * @param place where they were given
     */
    public record Varied(String path, Parameter parameter, Levels levels, Place place) {
        /** Returns what kind of number the levels are; empty where they are no numbers. */
        public Optional<ParameterType> number() {
            return number(parameter.type());
        }

        /**
         * Returns the canonical text of a level; two levels that mean the same value have the same.
         *
         * @param level one of the levels
         * @throws InputException when it is no value of the parameter
         */
        public String canonical(Setting level) {
            return tree(parameter.type(), value(parameter, parameter.type(), level))
                    .orElseThrow()
                    .flow();
        }

        private static Optional<ParameterType> number(ParameterType type) {
            if (type instanceof ParameterType.Maybe maybe) {
                return number(maybe.type());
            } else if (type instanceof ParameterType.Alternatives alternatives) {
                return alternatives
                        .shorthand()
                        .flatMap(kind -> number(alternatives
                                .schemas()
                                .get(kind)
                                .parameters()
                                .get(0)
                                .type()));
            } else if (type instanceof ParameterType.Group group
                    && group.schema().parameters().size() == 1) {
                return number(group.schema().parameters().get(0).type());
            }
            return Optional.of(type)
                    .filter(plain -> plain instanceof ParameterType.Whole || plain instanceof ParameterType.Real);
        }
    }
}
