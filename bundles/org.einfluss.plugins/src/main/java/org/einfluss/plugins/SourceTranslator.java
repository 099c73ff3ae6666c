package org.einfluss.plugins;

import java.util.List;
import java.util.Objects;

/**
 * Turns the text of a plug-in that is not written in Java into Java, which is then compiled as if it had been written.
 *
 * <p>Registered as a service with the property {@value #EXTENSIONS}: the endings of the names of its files, without the dot. It is made
 * when the first such file is met.
 *
 * <pre>
 * {@literal @}Component(service = SourceTranslator.class, property = {"einfluss.translates=yaml", "einfluss.translates=yml"})
 * </pre>
 *
 * <p>Called from any thread. The same text gives the same Java, as the result is kept by the hash of the text.
 */
public interface SourceTranslator {
    /** Service property: the endings of the names of the files it translates. */
    String EXTENSIONS = "einfluss.translates";

    /**
     * Translates a file.
     *
     * @param file name of the file, without its folder
     * @param text its text
     */
    Translation translate(String file, String text);

    /**
     * What became of a text.
     *
     * @param className simple name of its one public class, which is in no package; empty where there are problems
     * @param java the source of that class; empty where there are problems
     * @param lines for each line of {@code java} the line of the text it stems from, counted from 1, or 0
     * @param problems what is wrong with the text
     */
    record Translation(String className, String java, int[] lines, List<Problem> problems) {
        /** Copies the list of problems. */
        public Translation {
            Objects.requireNonNull(className);
            Objects.requireNonNull(java);
            Objects.requireNonNull(lines);
            problems = List.copyOf(problems);
        }

        /**
         * Tells that a text cannot be translated.
         *
         * @param problems why
         */
        public static Translation failed(List<Problem> problems) {
            return new Translation("", "", new int[0], problems);
        }
    }
}
