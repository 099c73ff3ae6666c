package org.einfluss.formats.internal;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.formats.LogReader;

/** The parameter records of readers, seen from outside. */
public final class ReaderParameters {
    private ReaderParameters() {}

    /**
     * Finds the parameter record of a reader.
     *
     * @param <P> the record
     * @param reader a reader that implements {@code DatasetReader<…>} or {@code LogReader<…>} itself
     */
    @SuppressWarnings("unchecked") // P is the very type argument that is read here
    public static <P extends Record> Class<P> typeOf(DatasetReader<P> reader) {
        for (Type type : reader.getClass().getGenericInterfaces()) {
            if (type instanceof ParameterizedType generic
                    && (generic.getRawType() == DatasetReader.class || generic.getRawType() == LogReader.class)) {
                return (Class<P>) generic.getActualTypeArguments()[0];
            }
        }
        throw new IllegalArgumentException(
                reader.getClass().getName() + " must implement DatasetReader with its parameter record itself");
    }

    /**
     * Turns a parameter record into keys and values as they stand in a file.
     *
     * @param parameters the record
     */
    public static Map<String, Object> toMap(Record parameters) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (RecordComponent component : parameters.getClass().getRecordComponents()) {
            try {
                map.put(
                        YamlPart.kebab(component.getName()),
                        plain(component.getAccessor().invoke(parameters)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Cannot read " + component, e);
            }
        }
        return map;
    }

    private static Object plain(Object value) {
        if (value instanceof Enum<?> constant) {
            return YamlPart.kebab(constant.name());
        } else if (value instanceof Record nested) {
            return toMap(nested);
        } else if (value instanceof List<?> list) {
            return list.stream().map(ReaderParameters::plain).toList();
        }
        return value;
    }
}
