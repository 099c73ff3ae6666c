package org.einfluss.api.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an import or export found, dropped, merged, converted or guessed. Not thread-safe. */
public final class ImportReport {
    private final Map<String, String> facts = new LinkedHashMap<>();
    private final Map<String, Loss> losses = new LinkedHashMap<>();

    /** Makes an empty report. */
    public ImportReport() {}

    /**
     * States a fact, for example the format, the delimiter or the number of nodes.
     *
     * @param what what it is, for example {@code delimiter}
     * @param value its value
     */
    public void fact(String what, String value) {
        facts.put(what, value);
    }

    /**
     * Counts one thing that did not come through as it stands in the file.
     *
     * @param what what happened, for example {@code self-loop dropped}
     * @param where where, for example {@code line 17}; the first few are kept
     */
    public void loss(String what, String where) {
        losses.computeIfAbsent(what, key -> new Loss(key)).count(where);
    }

    /** Returns the facts in the order stated. */
    public Map<String, String> facts() {
        return Collections.unmodifiableMap(facts);
    }

    /** Returns what was lost, in the order of first occurrence. */
    public List<Loss> losses() {
        return List.copyOf(losses.values());
    }

    /** One kind of loss: what happened, how often, and where it happened first. */
    public static final class Loss {
        private static final int EXAMPLES = 5;
        private final String what;
        private final List<String> examples = new ArrayList<>();
        private long count;

        private Loss(String what) {
            this.what = what;
        }

        private void count(String where) {
            count++;
            if (examples.size() < EXAMPLES) {
                examples.add(where);
            }
        }

        /** Returns what happened. */
        public String what() {
            return what;
        }

        /** Returns how often it happened. */
        public long count() {
            return count;
        }

        /** Returns where it happened, the first few places. */
        public List<String> examples() {
            return List.copyOf(examples);
        }
    }
}
