package org.einfluss.sdk;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.regex.Pattern;

/** What the classes of a jar call, by their constant pools; says what would make two runs of one key differ. */
final class ForeignCalls {
    private static final Pattern RANDOM =
            Pattern.compile("java\\.lang\\.Math\\.random|java\\.lang\\.StrictMath\\.random"
                    + "|java\\.util\\.Random\\..*|java\\.util\\.SplittableRandom\\..*|java\\.util\\.random\\..*"
                    + "|java\\.util\\.concurrent\\.ThreadLocalRandom\\..*|java\\.security\\.SecureRandom\\..*"
                    + "|java\\.util\\.UUID\\.randomUUID|java\\.util\\.Collections\\.shuffle|java\\.lang\\.System\\.identityHashCode"
                    + "|java\\.lang\\.System\\.(nanoTime|currentTimeMillis)|java\\.time\\.[A-Za-z]+\\.now"
                    + "|java\\.time\\.Clock\\.system.*|java\\.util\\.Date\\.<init>");
    private static final Pattern THREAD = Pattern.compile("java\\.lang\\.Thread\\.(<init>|start|sleep)"
            + "|java\\.util\\.concurrent\\.(Executors|ForkJoinPool|CompletableFuture)\\..*|java\\.util\\.Timer\\..*"
            + "|.*\\.parallelStream|java\\.util\\.stream\\.[A-Za-z]*Stream\\.parallel");
    private static final Pattern EXIT = Pattern.compile("java\\.lang\\.(System|Runtime)\\.(exit|halt)");

    private final List<Call> calls;

    /** A method that a class calls: {@code java.lang.Math.random}. */
    private record Call(String caller, String method) {
        @Override
        public String toString() {
            String shown = method.endsWith(".<init>") ? "new " + method.replace(".<init>", "") : method;
            return caller + " calls " + shown.replaceFirst("java\\.(lang|util)\\.([A-Z])", "$2") + "()";
        }
    }

    private ForeignCalls(List<Call> calls) {
        this.calls = calls;
    }

    /** Reads the classes of a jar. */
    static ForeignCalls of(byte[] jar) throws IOException {
        List<Call> calls = new ArrayList<>();
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(jar))) {
            for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                if (entry.getName().endsWith(".class")) {
                    String caller = entry.getName().replace(".class", "").replace('/', '.');
                    methods(new DataInputStream(in)).forEach(method -> calls.add(new Call(caller, method)));
                }
            }
        }
        return new ForeignCalls(calls);
    }

    /** Randomness and clocks that no key repeats. */
    Set<String> randomness() {
        return matching(RANDOM.asMatchPredicate());
    }

    /** Threads beside those of the engine. */
    Set<String> threads() {
        return matching(THREAD.asMatchPredicate());
    }

    /** What ends the whole program. */
    Set<String> exits() {
        return matching(EXIT.asMatchPredicate());
    }

    private Set<String> matching(Predicate<String> wanted) {
        Set<String> found = new TreeSet<>();
        calls.stream().filter(call -> wanted.test(call.method())).forEach(call -> found.add(call.toString()));
        return found;
    }

    /** The methods that the constant pool of a class file names (The Java Virtual Machine Specification, 4.4). */
    private static List<String> methods(DataInputStream in) throws IOException {
        in.readInt();
        in.readInt();
        int count = in.readUnsignedShort();
        String[] texts = new String[count];
        int[] first = new int[count];
        int[] second = new int[count];
        boolean[] isMethod = new boolean[count];
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[i] = in.readUTF();
                case 3, 4 -> in.readInt();
                case 5, 6 -> {
                    in.readLong();
                    i++; // takes two places
                }
                case 7, 8, 16, 19, 20 -> first[i] = in.readUnsignedShort();
                case 9, 10, 11, 12, 17, 18 -> {
                    first[i] = in.readUnsignedShort();
                    second[i] = in.readUnsignedShort();
                    isMethod[i] = tag == 10 || tag == 11;
                }
                case 15 -> {
                    in.readUnsignedByte();
                    in.readUnsignedShort();
                }
                default -> throw new IOException("A class file has the unknown constant " + tag);
            }
        }
        List<String> methods = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            if (isMethod[i]) {
                methods.add(texts[first[first[i]]].replace('/', '.') + "." + texts[first[second[i]]]);
            }
        }
        return methods;
    }
}
