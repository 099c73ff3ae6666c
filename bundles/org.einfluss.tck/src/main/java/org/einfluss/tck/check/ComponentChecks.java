package org.einfluss.tck.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.parameters.Interval;
import org.einfluss.engine.parameters.Parameter;
import org.einfluss.engine.parameters.ParameterSchema;
import org.einfluss.engine.parameters.ParameterType;
import org.einfluss.engine.parameters.Setting;
import org.einfluss.engine.parameters.YamlSettings;

/** The clauses that all components share: described, with valid parameters. Not thread-safe. */
abstract class ComponentChecks implements Contract {
    final Setup setup;
    private final Object component;
    private final Class<?> extension;
    private final List<Clause> clauses = new ArrayList<>();

    ComponentChecks(Object component, Class<?> extension, Setup setup) {
        this.component = component;
        this.extension = extension;
        this.setup = setup;
    }

    ComponentChecks(Object component, Kind kind, Setup setup) {
        this(component, kind.type(), setup);
    }

    @Override
    public List<Clause> clauses() {
        return List.copyOf(clauses);
    }

    final void clause(String name, String expected, String advice, Clause.Check check) {
        String repetition = " (key " + setup.key() + "; -D" + Setup.KEY + "=" + setup.key() + " repeats it)";
        clauses.add(new Clause(name, expected, advice, repetition, check));
    }

    final void describedClause() {
        clause(
                "is described",
                "@Described with an id in kebab-case, a name and a summary",
                "annotate the class: @Described(id = \"my-component\", name = \"…\", summary = \"…\", cite = \"doi:…\")",
                () -> {
                    Described described = component.getClass().getAnnotation(Described.class);
                    if (described == null) {
                        throw new Violation(component.getClass().getName() + " without @Described");
                    }
                    if (!described.id().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
                        throw new Violation("id '" + described.id() + "'");
                    }
                    if (described.name().isBlank()) {
                        throw new Violation("an empty name");
                    }
                    if (described.summary().isBlank()) {
                        throw new Violation("an empty summary");
                    }
                });
    }

    final void parameterClauses() {
        clause(
                "defaults are valid",
                "a default for every parameter that the component accepts, or settings given by the test",
                "give every @Param an initial value within its range, or override settings() where one must be given",
                this::parameters);
        clause(
                "out-of-range values are refused",
                "a sentence with label, unit and value for every number outside its range",
                "declare the range in @Param and let the engine make the record",
                this::checkRanges);
    }

    /** Returns the id that the component is known by; empty where it has none. */
    final String id() {
        Described described = component.getClass().getAnnotation(Described.class);
        return described == null ? "" : described.id();
    }

    /** Returns the parameters at the ends of their ranges, as far as they are accepted. */
    final List<Record> endParameters() {
        List<Record> accepted = new ArrayList<>();
        for (Setting.Fields settings : ends()) {
            try {
                accepted.add(schema().bind(settings));
            } catch (InputException refused) {
                // a rule between several parameters may refuse it, in a sentence
            }
        }
        return accepted;
    }

    final ParameterSchema schema() {
        return ParameterSchema.ofComponent(component, extension);
    }

    /** Returns the parameter records to check with; what is wrong with them breaks the clause that asks first. */
    final List<Record> parameters() {
        ParameterSchema schema = schema();
        return setup.settings().stream()
                .map(text -> schema.bind((Setting.Fields) YamlSettings.value(text, Setting.NOWHERE)))
                .toList();
    }

    private void checkRanges() {
        for (Leaf leaf : leaves(schema())) {
            Interval range = leaf.parameter().range();
            if (Double.isFinite(range.low())) {
                refuse(leaf, range.lowOpen() ? range.low() : range.low() - 1);
            }
            if (Double.isFinite(range.high())) {
                refuse(leaf, range.highOpen() ? range.high() : range.high() + 1);
            }
        }
    }

    private void refuse(Leaf leaf, double value) {
        Setting.Fields settings = leaf.with(leaf.text(value));
        String label = leaf.parameter().label();
        String unit = leaf.parameter().unit();
        try {
            schema().bind(settings);
        } catch (InputException refused) {
            if (!refused.getMessage().contains(label) || !refused.getMessage().contains(unit)) {
                throw new Violation(label + " (" + unit + ") was refused with '" + refused.getMessage() + "'");
            }
            return;
        }
        throw new Violation(label + " took " + settings.flow() + ", outside "
                + leaf.parameter().range());
    }

    /** Returns the settings that put a real number to an end of its range, or a whole number to its lower end. */
    final List<Setting.Fields> ends() {
        List<Setting.Fields> ends = new ArrayList<>();
        for (Leaf leaf : leaves(schema())) {
            Interval range = leaf.parameter().range();
            if (Double.isFinite(range.low()) && !range.lowOpen()) {
                ends.add(leaf.with(leaf.text(range.low())));
            }
            if (Double.isFinite(range.high()) && !range.highOpen() && !leaf.whole()) {
                ends.add(leaf.with(leaf.text(range.high())));
            }
        }
        return ends;
    }

    /** A number somewhere in the parameters, and the settings that give it a value. */
    private record Leaf(Parameter parameter, boolean whole, Function<Setting, Setting.Fields> wrap) {
        Setting.Fields with(String text) {
            return wrap.apply(Setting.of(text));
        }

        String text(double value) {
            return whole ? Long.toString((long) value) : Double.toString(value);
        }
    }

    private static List<Leaf> leaves(ParameterSchema schema) {
        List<Leaf> leaves = new ArrayList<>();
        collect(schema, fields -> fields, leaves);
        return leaves;
    }

    private static void collect(
            ParameterSchema schema, Function<Setting.Fields, Setting.Fields> outer, List<Leaf> into) {
        for (Parameter parameter : schema.parameters()) {
            collect(
                    parameter,
                    parameter.type(),
                    value -> outer.apply(Setting.Fields.NONE.with(parameter.name(), value)),
                    into);
        }
    }

    private static void collect(
            Parameter parameter, ParameterType type, Function<Setting, Setting.Fields> wrap, List<Leaf> into) {
        if (type instanceof ParameterType.Whole) {
            into.add(new Leaf(parameter, true, wrap));
        } else if (type instanceof ParameterType.Real) {
            into.add(new Leaf(parameter, false, wrap));
        } else if (type instanceof ParameterType.Maybe maybe) {
            collect(parameter, maybe.type(), wrap, into);
        } else if (type instanceof ParameterType.Sequence sequence) {
            collect(
                    parameter,
                    sequence.item(),
                    value -> wrap.apply(new Setting.Items(List.of(value), Setting.NOWHERE)),
                    into);
        } else if (type instanceof ParameterType.Group group) {
            collect(group.schema(), wrap::apply, into);
        } else if (type instanceof ParameterType.Alternatives alternatives) {
            alternatives
                    .schemas()
                    .forEach((kind, schema) ->
                            collect(schema, fields -> wrap.apply(fields.with("kind", Setting.of(kind))), into));
        }
    }
}
