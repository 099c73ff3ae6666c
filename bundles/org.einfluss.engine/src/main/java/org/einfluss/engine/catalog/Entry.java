package org.einfluss.engine.catalog;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.einfluss.engine.parameters.ParameterSchema;

/** A component of the catalogue: what is known of it without loading its class, and the component itself. Thread-safe. */
public final class Entry {
    private final Kind kind;
    private final String id;
    private final String name;
    private final String summary;
    private final List<String> cite;
    private final Origin origin;
    private final Supplier<?> supplier;
    private Object component;
    private ParameterSchema schema;

    Entry(Kind kind, String id, String name, String summary, List<String> cite, Origin origin, Supplier<?> supplier) {
        this.kind = Objects.requireNonNull(kind);
        this.id = Objects.requireNonNull(id);
        this.name = Objects.requireNonNull(name);
        this.summary = Objects.requireNonNull(summary);
        this.cite = List.copyOf(cite);
        this.origin = Objects.requireNonNull(origin);
        this.supplier = Objects.requireNonNull(supplier);
    }

    /** Returns what kind of component it is. */
    public Kind kind() {
        return kind;
    }

    /** Returns its id, unique within its kind. */
    public String id() {
        return id;
    }

    /** Returns its name for people. */
    public String name() {
        return name;
    }

    /** Returns one or two sentences on what it does, may be empty. */
    public String summary() {
        return summary;
    }

    /** Returns its sources. */
    public List<String> cite() {
        return cite;
    }

    /** Returns where it comes from. */
    public Origin origin() {
        return origin;
    }

    /** Returns the component, which is made when first asked for. */
    public synchronized Object component() {
        if (component == null) {
            component = Objects.requireNonNull(supplier.get());
            if (!kind.type().isInstance(component)) {
                throw new IllegalStateException(
                        component.getClass().getName() + " is no " + kind.type().getName());
            }
        }
        return component;
    }

    /** Returns the component, or empty when it cannot be made; that is told with the problems of its plug-in. */
    public Optional<Object> made() {
        try {
            return Optional.of(component());
        } catch (RuntimeException | LinkageError | StackOverflowError cannotBeMade) {
            return Optional.empty();
        }
    }

    /**
     * Returns the component as what it is.
     *
     * @param type the interface, or a class, that it implements
     * @param <T> the type
     * @throws ClassCastException when it does not
     */
    public <T> T component(Class<T> type) {
        return type.cast(component());
    }

    /** Returns what its parameters are. */
    public synchronized ParameterSchema schema() {
        if (schema == null) {
            schema = ParameterSchema.ofComponent(component(), kind.type());
        }
        return schema;
    }

    @Override
    public String toString() {
        return kind.label() + " " + id + " (" + origin.name() + ")";
    }
}
