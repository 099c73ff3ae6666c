package org.einfluss.engine.experiment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.einfluss.api.InputException.Place;
import org.einfluss.engine.parameters.Levels;
import org.einfluss.engine.parameters.ParameterSchema;
import org.einfluss.engine.parameters.ParameterType;
import org.einfluss.engine.parameters.Setting;

/**
 * Something that varies: the choice of a component, or a parameter of one.
 *
 * @param name its name, for example {@code seeding} or {@code network.mean-degree}
 * @param slot where it belongs
 * @param component position of the component whose parameter it is; -1 for a choice
 * @param path the parameter's name; empty for a choice
 * @param levels its levels; empty for a continuous range
 * @param range the continuous range; empty where there are levels
 * @param whole whether the range is one of whole numbers
 * @param place where it was given
 */
record Factor(
        String name,
        Slot slot,
        int component,
        String path,
        List<Setting> levels,
        Optional<Levels.Range> range,
        boolean whole,
        Place place) {
    /** Names are unique; levels may be many and are not compared. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Factor factor && factor.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    static Factor choice(Slot slot, List<Candidate> candidates) {
        List<Setting> labels = candidates.stream()
                .<Setting>map(candidate -> new Setting.Scalar(
                        candidate.label(), candidate.configured().place()))
                .toList();
        return new Factor(
                slot.key(),
                slot,
                -1,
                "",
                labels,
                Optional.empty(),
                false,
                labels.get(0).place());
    }

    static Factor parameter(Candidate candidate, ParameterSchema.Varied varied) {
        String name = candidate.prefix() + "." + varied.path();
        if (varied.levels() instanceof Levels.Values values) {
            checkDistinct(name, varied, values.values());
            return new Factor(
                    name,
                    candidate.slot(),
                    candidate.index(),
                    varied.path(),
                    values.values(),
                    Optional.empty(),
                    false,
                    varied.place());
        }
        Levels.Range range = (Levels.Range) varied.levels();
        ParameterType number = varied.number()
                .orElseThrow(() -> Setting.mistake(
                        varied.place(),
                        "'" + name + "' cannot vary over a range, since it is no number; give a list of levels"));
        boolean whole = number instanceof ParameterType.Whole;
        List<Setting> levels = range.isContinuous()
                ? List.of()
                : range.texts(whole).stream()
                        .<Setting>map(text -> new Setting.Scalar(text, varied.place()))
                        .toList();
        return new Factor(
                name,
                candidate.slot(),
                candidate.index(),
                varied.path(),
                levels,
                Optional.of(range).filter(Levels.Range::isContinuous),
                whole,
                varied.place());
    }

    /** Levels are compared by what they mean: 2 and 2.0 are one level. */
    private static void checkDistinct(String name, ParameterSchema.Varied varied, List<Setting> levels) {
        Map<String, Setting> known = new HashMap<>();
        for (Setting level : levels) {
            Setting first = known.putIfAbsent(varied.canonical(level), level);
            if (first != null) {
                throw level.mistake("'" + name + "' has the level " + level.flow() + " twice, first as " + first.flow()
                        + (first.place().line() > 0 ? " at " + first.place() : "")
                        + "; keep one of them (for more runs of a level raise 'replicates')");
            }
        }
    }

    boolean isChoice() {
        return component < 0;
    }

    /** Returns the level at a position of its range, from 0 to 1; levels take equal shares of it. */
    Setting at(double u) {
        return range.<Setting>map(continuous -> new Setting.Scalar(continuous.at(u, whole), place))
                .orElseGet(() -> levels.get(Math.min((int) (u * levels.size()), levels.size() - 1)));
    }
}
