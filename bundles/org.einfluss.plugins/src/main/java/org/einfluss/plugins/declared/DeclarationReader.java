package org.einfluss.plugins.declared;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.einfluss.api.InputException;
import org.einfluss.api.InputException.Place;
import org.einfluss.api.states.Population;
import org.einfluss.engine.parameters.Interval;
import org.einfluss.engine.parameters.Names;
import org.einfluss.engine.parameters.NumberText;
import org.einfluss.engine.parameters.Setting;
import org.einfluss.engine.parameters.YamlSettings;
import org.einfluss.plugins.Problem;
import org.einfluss.plugins.declared.Declaration.Chance;
import org.einfluss.plugins.declared.Declaration.Kind;
import org.einfluss.plugins.declared.Declaration.Parameter;
import org.einfluss.plugins.declared.Declaration.Rule;
import org.einfluss.plugins.declared.Declaration.State;
import org.einfluss.plugins.declared.Declaration.Threshold;

/** Reads a declared model and collects whatever is wrong with it, so that all mistakes are told at once. Used once. */
final class DeclarationReader {
    /** Colours that differ in lightness and stay apart for the colour-blind, in the order in which states take them. */
    static final Map<String, String> COLOURS = colours();

    private static final int LONGEST = 100_000;
    private static final int LONGEST_EXPRESSION = 500;
    private static final int MOST_STATES = 30;
    private static final Set<String> TOP =
            Set.of("id", "name", "summary", "cite", "states", "seeds", "active", "parameters", "rules");
    private static final Set<String> OF_PARAMETER = Set.of("label", "initial", "range", "unit", "symbol", "help");
    private static final List<String> THRESHOLDS =
            List.of("share-at-least", "share-above", "number-at-least", "number-above");
    private static final Set<String> OF_RULE = Set.of(
            "from",
            "to",
            "by",
            "neighbours",
            "probability",
            "rate",
            "when",
            "share-at-least",
            "share-above",
            "number-at-least",
            "number-above");
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern WORDS = Pattern.compile("[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*");
    private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");
    /** What no parameter may be called: words of expressions, and what no component of a record may be called. */
    private static final Set<String> TAKEN = Set.of(
            "and",
            "or",
            "not",
            "node",
            "source",
            "arc",
            "min",
            "max",
            "exp",
            "log",
            "sqrt",
            "abs",
            "uniform",
            "normal",
            "clone",
            "finalize",
            "get-class",
            "hash-code",
            "notify",
            "notify-all",
            "to-string",
            "wait",
            "kind",
            "vary");

    private final String file;
    private final String text;
    private final String[] lines;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private List<String> names = List.of();

    private DeclarationReader(String file, String text) {
        this.file = file;
        this.text = text;
        this.lines = text.split("\\R", -1);
    }

    /** What a text says, or what is wrong with it: never both. */
    record Outcome(Optional<Declaration> declaration, List<Problem> problems) {}

    /**
     * Reads a text.
     *
     * @param file name of its file, from which the id is taken where none is given
     * @param text the text
     */
    static Outcome read(String file, String text) {
        DeclarationReader reader = new DeclarationReader(file, text);
        Optional<Declaration> declaration = Optional.empty();
        try {
            declaration = Optional.of(reader.declaration());
        } catch (InputException wrong) {
            Place place = wrong.place().source().isEmpty() ? new Place(file, 1, 1) : wrong.place();
            reader.problem(place, wrong.sentence());
        }
        return reader.problems.isEmpty()
                ? new Outcome(declaration, List.of())
                : new Outcome(Optional.empty(), List.copyOf(reader.problems));
    }

    private static Map<String, String> colours() {
        Map<String, String> colours = new LinkedHashMap<>();
        colours.put("light-blue", "#6699CC");
        colours.put("red", "#BB5566");
        colours.put("dark-blue", "#004488");
        colours.put("yellow", "#DDAA33");
        colours.put("green", "#117733");
        colours.put("pink", "#CC79A7");
        colours.put("brown", "#665544");
        colours.put("mint", "#88CCAA");
        return colours;
    }

    private Declaration declaration() {
        if (text.length() > LONGEST) {
            throw new InputException(new Place(file, 1, 1), "A declared model has at most " + LONGEST + " characters");
        }
        Setting.Fields fields = YamlSettings.read(text, file);
        unknownKeys("key", fields, TOP);
        String id = fields.find("id").isPresent() ? text(fields, "id", true) : nameOf(file);
        if (!ID.matcher(id).matches()) {
            problem(
                    fields.find("id").map(Setting::place).orElse(new Place(file, 1, 1)),
                    "An id is lower-case words joined by hyphens, was '" + id + "'"
                            + (fields.find("id").isPresent() ? "" : ", the name of the file; give one by 'id: …'"));
        }
        String name = text(fields, "name", true);
        String summary = text(fields, "summary", true);
        List<String> cites = new ArrayList<>();
        fields.find("cite").ifPresent(cite -> scalars(cite, "a source").forEach(one -> cites.add(one.text())));
        List<State> states = states(fields);
        names = states.stream().map(State::name).toList();
        List<Integer> seeds =
                fields.find("seeds").map(this::stateList).orElse(states.size() > 1 ? List.of(1) : List.of());
        if (seeds.contains(0)) {
            problem(
                    fields.find("seeds").orElse(fields).place(),
                    "Seeds take another state than the one in which everybody starts, '" + names.get(0) + "'");
        }
        List<Integer> active = fields.find("active").map(this::stateList).orElse(distinct(seeds));
        for (int seed : distinct(seeds)) {
            if (!active.contains(seed) && seed >= 0 && !active.contains(-1)) {
                problem(
                        fields.find("active").orElse(fields).place(),
                        "The seeds' state '" + names.get(seed) + "' must be active too; add it to 'active'");
            }
        }
        parameters(fields);
        List<Rule> rules = rules(fields);
        if (problems.isEmpty()) {
            Declaration declared =
                    new Declaration(file, id, name, summary, cites, states, seeds, active, parameters, rules);
            checkReach(declared);
            checkUse();
            return declared;
        }
        return new Declaration(file, id, name, summary, cites, states, seeds, active, parameters, rules);
    }

    private static String nameOf(String file) {
        int dot = file.lastIndexOf('.');
        return dot < 0 ? file : file.substring(0, dot);
    }

    private static List<Integer> distinct(List<Integer> states) {
        return states.stream().distinct().toList();
    }

    private void problem(Place place, String sentence) {
        String line = place.line() > 0 && place.line() <= lines.length ? lines[place.line() - 1] : "";
        problems.add(new Problem(place, sentence, line));
    }

    private void unknownKeys(String what, Setting.Fields fields, Set<String> known) {
        for (Setting.Field field : fields.entries()) {
            if (!known.contains(field.name())) {
                problem(field.place(), Names.unknown(what, field.name(), new TreeSet<>(known)));
            }
        }
    }

    private String text(Setting.Fields fields, String key, boolean required) {
        Optional<Setting> found = fields.find(key);
        if (found.isEmpty()) {
            if (required) {
                problem(fields.place(), "'" + key + "' is missing; give it as '" + key + ": …'");
            }
            return "";
        }
        if (!(found.get() instanceof Setting.Scalar scalar)) {
            problem(
                    found.get().place(),
                    "'" + key + "' is a single text, found " + found.get().flow());
            return "";
        }
        if (scalar.text().isBlank()) {
            problem(scalar.place(), "'" + key + "' is empty");
        }
        return scalar.text().strip();
    }

    /** A single value or a list of them. */
    private List<Setting.Scalar> scalars(Setting setting, String what) {
        List<Setting.Scalar> scalars = new ArrayList<>();
        for (Setting item : setting instanceof Setting.Items items ? items.items() : List.of(setting)) {
            if (item instanceof Setting.Scalar scalar) {
                scalars.add(scalar);
            } else {
                problem(item.place(), "The name of " + what + " was expected here, found " + item.flow());
            }
        }
        if (setting instanceof Setting.Items && scalars.isEmpty()) {
            problem(setting.place(), "The list is empty; give at least one");
        }
        return scalars;
    }

    private List<State> states(Setting.Fields fields) {
        List<State> states = new ArrayList<>();
        Optional<Setting> given = fields.find("states");
        if (given.isEmpty()) {
            problem(fields.place(), "'states' is missing; give it as 'states: [first, second]'");
            return states;
        }
        List<String> defaults = List.copyOf(COLOURS.values());
        Map<String, Place> seen = new LinkedHashMap<>();
        if (given.get() instanceof Setting.Fields named) {
            for (Setting.Field field : named.entries()) {
                state(field.name(), field.place(), seen);
                states.add(new State(field.name(), colour(field.value())));
            }
        } else {
            for (Setting.Scalar scalar : scalars(given.get(), "a state")) {
                state(scalar.text(), scalar.place(), seen);
                states.add(new State(scalar.text(), defaults.get(states.size() % defaults.size())));
            }
        }
        if (states.size() < 2 || states.size() > MOST_STATES) {
            problem(
                    given.get().place(),
                    "A model has from 2 to " + MOST_STATES + " states, the first being everybody's at the start; found "
                            + states.size());
        }
        return states;
    }

    private void state(String name, Place place, Map<String, Place> seen) {
        if (!WORDS.matcher(name).matches()) {
            problem(place, "The name of a state is lower-case words joined by hyphens, was '" + name + "'");
        } else if (Population.variables(List.of(), "").stream()
                .anyMatch(variable -> variable.name().equals(name))) {
            problem(place, "'" + name + "' is the name of a measured variable; call the state otherwise");
        } else if (name.endsWith("-share")) {
            problem(place, "Names that end with '-share' are those of measured variables; call the state otherwise");
        }
        if (seen.putIfAbsent(name, place) != null) {
            problem(place, "The state '" + name + "' is given twice; keep one of them");
        }
    }

    private String colour(Setting setting) {
        if (setting instanceof Setting.Scalar scalar) {
            String colour = scalar.text();
            if (COLOUR.matcher(colour).matches()) {
                return colour.toUpperCase(Locale.ROOT);
            }
            if (COLOURS.containsKey(colour)) {
                return COLOURS.get(colour);
            }
        }
        problem(
                setting.place(),
                "A colour is written \"#RRGGBB\" in quotation marks, or is one of: "
                        + String.join(", ", COLOURS.keySet()) + "; was " + setting.flow());
        return "#000000";
    }

    private List<Integer> stateList(Setting setting) {
        List<Integer> states = new ArrayList<>();
        for (Setting.Scalar scalar : scalars(setting, "a state")) {
            states.add(state(scalar));
        }
        return states;
    }

    /** The code of a state by name; -1 where it is none, which has then been told. */
    private int state(Setting setting) {
        if (setting instanceof Setting.Scalar scalar) {
            int state = names.indexOf(scalar.text());
            if (state < 0) {
                problem(scalar.place(), Names.unknown("state", scalar.text(), names));
            }
            return state;
        }
        problem(setting.place(), "The name of a state was expected here, found " + setting.flow());
        return -1;
    }

    private void parameters(Setting.Fields fields) {
        Optional<Setting> given = fields.find("parameters");
        if (given.isEmpty()) {
            return;
        }
        if (!(given.get() instanceof Setting.Fields named)) {
            problem(
                    given.get().place(),
                    "Parameters are written 'name: value' or 'name: {initial: value, …}', found "
                            + given.get().flow());
            return;
        }
        for (Setting.Field field : named.entries()) {
            places.put(field.name(), field.place());
            parameter(field);
        }
    }

    private void parameter(Setting.Field field) {
        String name = field.name();
        if (!WORDS.matcher(name).matches()) {
            problem(
                    field.place(),
                    "The name of a parameter is lower-case words joined by hyphens, each beginning with a letter, was '"
                            + name + "'");
        } else if (TAKEN.contains(name) || SourceVersion.isKeyword(name)) {
            problem(
                    field.place(),
                    "'" + name + "' is a reserved word and cannot name a parameter; call it '" + name
                            + "-value' or so");
        }
        String initial = "";
        String range = "";
        Setting.Fields said = Setting.Fields.NONE;
        if (field.value() instanceof Setting.Fields inner) {
            said = inner;
            unknownKeys("key", inner, OF_PARAMETER);
            if (inner.find("initial").isEmpty()) {
                problem(field.place(), "The parameter '" + name + "' needs an initial value: 'initial: …'");
            }
            initial = inner.find("initial").map(this::number).orElse("");
            range = inner.find("range").map(this::range).orElse("");
        } else {
            initial = number(field.value());
        }
        if (!initial.isEmpty() && !Interval.parse(range).contains(NumberText.parse(initial))) {
            problem(
                    said.find("initial").orElse(field.value()).place(),
                    "The initial value " + initial + " of '" + name + "' lies outside its range " + range);
        }
        String label = said.find("label").isPresent() ? text(said, "label", false) : label(name);
        parameters.add(new Parameter(
                field.place().line(),
                name,
                label,
                initial,
                range,
                text(said, "unit", false),
                text(said, "symbol", false),
                text(said, "help", false)));
    }

    private static String label(String name) {
        return name.isEmpty()
                ? name
                : name.substring(0, 1).toUpperCase(Locale.ROOT)
                        + name.substring(1).replace('-', ' ');
    }

    private String number(Setting setting) {
        if (setting instanceof Setting.Scalar scalar) {
            try {
                return NumberText.of(NumberText.parse(scalar.text().strip()));
            } catch (NumberFormatException none) {
                // told below
            }
        }
        problem(setting.place(), "A number was expected here, found " + setting.flow());
        return "";
    }

    private String range(Setting setting) {
        String range = setting.flow();
        if (setting instanceof Setting.Scalar scalar) {
            range = scalar.text();
        }
        try {
            Interval.parse(range);
            return range.replace(" ", "");
        } catch (IllegalArgumentException wrong) {
            problem(setting.place(), wrong.getMessage() + "; in quotation marks unless it is [number, number]");
            return "";
        }
    }

    private List<Rule> rules(Setting.Fields fields) {
        List<Rule> rules = new ArrayList<>();
        Optional<Setting> given = fields.find("rules");
        if (given.isEmpty()
                || !(given.get() instanceof Setting.Items items)
                || items.items().isEmpty()) {
            problem(
                    given.map(Setting::place).orElse(fields.place()),
                    "'rules' is a list with at least one rule, such as '- {from: " + example(0) + ", to: " + example(1)
                            + ", probability: 0.1}'");
            return rules;
        }
        Setting.Field first = null;
        for (Setting item : items.items()) {
            if (!(item instanceof Setting.Fields rule)) {
                problem(item.place(), "A rule is written '{from: …, to: …, …}', found " + item.flow());
                continue;
            }
            rules.add(rule(rule));
            for (Setting.Field field : rule.entries()) {
                if (field.name().equals("probability") || field.name().equals("rate")) {
                    first = first == null ? field : first;
                    if (!field.name().equals(first.name())) {
                        problem(
                                field.place(),
                                "A model runs in steps, by probabilities, or in continuous time, by rates; line "
                                        + first.place().line() + " gives a " + first.name() + ", this one a "
                                        + field.name());
                    }
                }
            }
        }
        boolean continuous = first != null && first.name().equals("rate");
        for (int i = 0; i < rules.size(); i++) {
            if (continuous && rules.get(i).chance().isEmpty() && rules.get(i).kind() == Kind.THRESHOLD) {
                problem(
                        items.items().get(i).place(),
                        "In continuous time a threshold needs a 'rate' at which those who have reached it change");
            }
        }
        return rules;
    }

    private String example(int state) {
        return state < names.size() ? names.get(state) : "state-" + (state + 1);
    }

    private Rule rule(Setting.Fields rule) {
        unknownKeys("key of a rule", rule, OF_RULE);
        int from = required(rule, "from");
        int to = required(rule, "to");
        if (from >= 0 && from == to) {
            problem(rule.place(), "A rule leads to another state, not from '" + names.get(from) + "' to itself");
        }
        List<Integer> by = distinct(rule.find("by").map(this::stateList).orElse(List.of()));
        boolean out = rule.find("neighbours").map(this::isOut).orElse(false);
        Optional<Threshold> threshold = threshold(rule);
        if (rule.find("by").isEmpty()) {
            for (Setting.Field field : rule.entries()) {
                if (field.name().equals("neighbours") || THRESHOLDS.contains(field.name())) {
                    problem(
                            field.place(),
                            "'" + field.name() + "' needs 'by', the state or states of the neighbours that count");
                }
            }
        }
        Kind kind =
                threshold.isPresent() ? Kind.THRESHOLD : rule.find("by").isPresent() ? Kind.CONTACT : Kind.SPONTANEOUS;
        Optional<Chance> chance = chance(rule, kind);
        Optional<Expression> when = rule.find("when").flatMap(setting -> expression(setting, "when", kind));
        return new Rule(rule.place().line(), from, to, by, out, chance, when, threshold);
    }

    private int required(Setting.Fields rule, String key) {
        Optional<Setting> found = rule.find(key);
        if (found.isEmpty()) {
            problem(
                    rule.place(),
                    "The rule needs '" + key + "', the state that nodes " + (key.equals("from") ? "leave" : "enter"));
            return -1;
        }
        return state(found.get());
    }

    private boolean isOut(Setting setting) {
        if (!setting.flow().equals("in") && !setting.flow().equals("out")) {
            problem(
                    setting.place(),
                    "'neighbours' is in (those with an arc to the node) or out (those it has an arc to), was "
                            + setting.flow());
        }
        return setting.flow().equals("out");
    }

    private Optional<Threshold> threshold(Setting.Fields rule) {
        Optional<Threshold> threshold = Optional.empty();
        String before = "";
        for (Setting.Field field : rule.entries()) {
            if (!THRESHOLDS.contains(field.name())) {
                continue;
            }
            if (!before.isEmpty()) {
                problem(field.place(), "A rule has one threshold; '" + before + "' is given already");
            }
            before = field.name();
            boolean share = field.name().startsWith("share");
            Optional<Expression> value = expression(field.value(), field.name(), Kind.THRESHOLD);
            value.ifPresent(found ->
                    bare(found, field, share ? "[0,1]" : "[0,inf)", share ? "share of neighbours" : "neighbours"));
            threshold = Optional.of(
                    new Threshold(share, field.name().endsWith("above"), value.orElse(new Expression.Literal(0))));
        }
        return threshold;
    }

    private Optional<Chance> chance(Setting.Fields rule, Kind kind) {
        Optional<Chance> chance = Optional.empty();
        for (Setting.Field field : rule.entries()) {
            boolean rate = field.name().equals("rate");
            if (!rate && !field.name().equals("probability")) {
                continue;
            }
            if (chance.isPresent()) {
                problem(field.place(), "A rule has a probability or a rate, not both");
                continue;
            }
            Optional<Expression> value = expression(field.value(), field.name(), kind);
            String arc = kind == Kind.CONTACT ? "per arc and " : "per ";
            value.ifPresent(
                    found -> bare(found, field, rate ? "[0,inf)" : "[0,1]", arc + (rate ? "unit of time" : "step")));
            chance = Optional.of(new Chance(rate, value.orElse(new Expression.Literal(0))));
        }
        if (chance.isEmpty() && kind != Kind.THRESHOLD) {
            problem(rule.place(), "The rule needs a 'probability' per step or a 'rate' per unit of time");
        }
        return chance;
    }

    /** A parameter that stands alone tells by its place what its range and unit must be; so does a number. */
    private void bare(Expression value, Setting.Field field, String range, String unit) {
        Interval allowed = Interval.parse(range);
        value.constant()
                .filter(number -> !allowed.contains(number))
                .ifPresent(number -> problem(
                        field.value().place(),
                        "'" + field.name() + "' must lie in " + allowed + ", was " + NumberText.of(number)));
        if (!(value instanceof Expression.Named named)) {
            return;
        }
        for (int i = 0; i < parameters.size(); i++) {
            Parameter old = parameters.get(i);
            if (!old.name().equals(named.name())) {
                continue;
            }
            if (old.range().isEmpty()) {
                if (!old.initial().isEmpty() && !allowed.contains(NumberText.parse(old.initial()))) {
                    problem(
                            places.get(old.name()),
                            "As " + field.name() + ", '" + old.name() + "' must lie in " + allowed + ", was "
                                    + old.initial());
                }
            } else {
                Interval own = Interval.parse(old.range());
                if (own.low() < allowed.low() || own.high() > allowed.high()) {
                    problem(
                            places.get(old.name()),
                            "As " + field.name() + ", '" + old.name() + "' must lie in " + allowed + "; its range is "
                                    + own);
                }
            }
            parameters.set(
                    i,
                    new Parameter(
                            old.line(),
                            old.name(),
                            old.label(),
                            old.initial(),
                            old.range().isEmpty() ? range : old.range(),
                            old.unit().isEmpty() ? unit : old.unit(),
                            old.symbol(),
                            old.help()));
        }
    }

    private Optional<Expression> expression(Setting setting, String key, Kind kind) {
        if (!(setting instanceof Setting.Scalar scalar)) {
            problem(
                    setting.place(),
                    "'" + key + "' is a number, a parameter or an expression, found " + setting.flow());
            return Optional.empty();
        }
        if (scalar.text().length() > LONGEST_EXPRESSION) {
            problem(scalar.place(), "An expression has at most " + LONGEST_EXPRESSION + " characters");
            return Optional.empty();
        }
        Collection<String> known = parameters.stream().map(Parameter::name).toList();
        try {
            Expression expression = key.equals("when")
                    ? ExpressionParser.condition(scalar.text(), known)
                    : THRESHOLDS.contains(key)
                            ? ExpressionParser.threshold(scalar.text(), known)
                            : ExpressionParser.number(scalar.text(), known);
            expression.visit(part -> {
                if (part instanceof Expression.Named named) {
                    used.add(named.name());
                }
            });
            if (kind != Kind.CONTACT
                    && (expression.uses(Expression.Owner.SOURCE) || expression.uses(Expression.Owner.ARC))) {
                problem(
                        scalar.place(),
                        "Columns of source and arc belong to contacts; in this rule there is only node");
            }
            return Optional.of(expression);
        } catch (ExpressionParser.Mistake mistake) {
            problem(within(scalar, mistake.at), mistake.getMessage());
            return Optional.empty();
        }
    }

    /** The place of a character of a text that stands in one line, else of the text. */
    private Place within(Setting.Scalar scalar, int at) {
        Place place = scalar.place();
        String line = place.line() > 0 && place.line() <= lines.length ? lines[place.line() - 1] : "";
        int start = place.column() - 1;
        boolean quoted = start >= 0 && start < line.length() && "\"'".indexOf(line.charAt(start)) >= 0;
        int first = start + (quoted ? 1 : 0);
        return first >= 0 && line.startsWith(scalar.text(), first)
                ? new Place(place.source(), place.line(), first + at + 1)
                : place;
    }

    /** Every state can be entered: from the start or as a seed, by rules whose influencing states can be entered too. */
    private void checkReach(Declaration declared) {
        Set<Integer> reached = new HashSet<>(declared.seeds());
        reached.add(0);
        boolean more = true;
        while (more) {
            more = false;
            for (Rule rule : declared.rules()) {
                boolean met = rule.by().isEmpty() || rule.by().stream().anyMatch(reached::contains);
                if (reached.contains(rule.from()) && met) {
                    more |= reached.add(rule.to());
                }
            }
        }
        Setting.Fields fields = YamlSettings.read(text, file);
        Place place = fields.find("states").orElse(fields).place();
        for (int state = 0; state < names.size(); state++) {
            if (!reached.contains(state)) {
                problem(
                        place,
                        "No node ever enters the state '" + names.get(state)
                                + "': no rule leads to it from a state that is entered, and no seed starts in it");
            }
        }
    }

    private void checkUse() {
        for (Parameter parameter : parameters) {
            if (!used.contains(parameter.name())) {
                problem(
                        places.get(parameter.name()),
                        "No rule uses the parameter '" + parameter.name() + "'; use it or remove it");
            }
        }
    }
}
