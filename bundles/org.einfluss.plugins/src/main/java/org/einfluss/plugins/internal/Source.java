package org.einfluss.plugins.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.einfluss.api.InputException.Place;
import org.einfluss.plugins.Problem;
import org.einfluss.plugins.SourceTranslator.Translation;

/**
 * A source as the compiler gets it, and where its lines stand in the file.
 *
 * <p>A class that is in no package is put into {@value #PACKAGE}, as a bundle cannot hold classes outside packages: the line is
 * put before the first, so that all lines keep their numbers.
 */
final class Source {
    static final String PACKAGE = "plugin";

    private static final String JAVA = ".java";
    /** What may stand before the package: white space and comments. */
    private static final Pattern DECLARATION =
            Pattern.compile("\\A(?:\\s|//[^\\n]*\\n|/\\*.*?\\*/)*package\\s+([\\w.]+)\\s*;", Pattern.DOTALL);

    private final String file;
    private final String original;
    private final String className;
    private final String java;
    private final int prefix;
    private final Optional<int[]> lines;

    private Source(String file, String original, String simpleName, String text, Optional<int[]> lines) {
        Matcher declaration = DECLARATION.matcher(text);
        boolean declared = declaration.find();
        String head = declared ? "" : "package " + PACKAGE + "; ";
        this.file = file;
        this.original = original;
        this.className = (declared ? declaration.group(1) : PACKAGE) + "." + simpleName;
        this.java = head + text;
        this.prefix = head.length();
        this.lines = lines;
    }

    static Source of(String file, String text) {
        return new Source(file, text, file.substring(0, file.length() - JAVA.length()), text, Optional.empty());
    }

    static Source of(String file, String text, Translation translation) {
        return new Source(file, text, translation.className(), translation.java(), Optional.of(translation.lines()));
    }

    /** Decodes a file; what is not to be compiled at all is told as a problem. */
    static String decode(String file, byte[] bytes) throws Refused {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            int line = (int) text.chars().filter(letter -> letter == '\n').count() + 1;
            int column = text.length() - text.lastIndexOf('\n');
            throw new Refused(new Problem(
                    new Place(file, line, column),
                    "the file is not UTF-8: the byte "
                            + HexFormat.of().withUpperCase().toHexDigits(bytes[in.position()])
                            + " stands here; save it as UTF-8",
                    ""));
        }
        String begun = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (begun.isBlank()) {
            throw new Refused(Problem.of(file, "the file is empty"));
        }
        if (file.endsWith(JAVA) && !SourceVersion.isIdentifier(file.substring(0, file.length() - JAVA.length()))) {
            throw new Refused(Problem.of(
                    file, "a Java file is named like the class in it, and this is no name of a class; rename both"));
        }
        return begun;
    }

    /** The class the file is named for, with its package. */
    String className() {
        return className;
    }

    String simpleName() {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    String packageName() {
        return className.substring(0, className.lastIndexOf('.'));
    }

    String java() {
        return java;
    }

    /** Tells a problem at a position of {@link #java()}, counted from 0; below 0 of the file as a whole. */
    Problem problem(long position, String message) {
        if (position < 0 || position > java.length()) {
            return Problem.of(file, message);
        }
        int at = (int) position;
        int line = (int) java.substring(0, at)
                        .chars()
                        .filter(letter -> letter == '\n')
                        .count()
                + 1;
        int column = at - java.lastIndexOf('\n', at - 1);
        if (line == 1) {
            column = Math.max(1, column - prefix);
        }
        if (lines.isPresent()) {
            int[] map = lines.get();
            line = line <= map.length ? map[line - 1] : 0;
            column = 0; // columns of Java made from something else say nothing
        }
        List<String> all = original.lines().toList();
        String text = line > 0 && line <= all.size() ? all.get(line - 1) : "";
        return new Problem(new Place(file, line, column), message, text);
    }

    /** Why a file is not compiled. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient List<Problem> problems;

        Refused(Problem problem) {
            this(List.of(problem));
        }

        Refused(List<Problem> problems) {
            super(Objects.toString(problems));
            this.problems = problems;
        }

        List<Problem> problems() {
            return problems;
        }
    }
}
