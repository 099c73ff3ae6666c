package org.einfluss.tck.check;

import java.util.Objects;
import java.util.Optional;

/** One promise of a contract and how it is checked. */
public final class Clause {
    private final String name;
    private final String expected;
    private final String advice;
    private final String repetition;
    private final Check check;

    Clause(String name, String expected, String advice, String repetition, Check check) {
        this.name = Objects.requireNonNull(name);
        this.expected = Objects.requireNonNull(expected);
        this.advice = Objects.requireNonNull(advice);
        this.repetition = Objects.requireNonNull(repetition);
        this.check = Objects.requireNonNull(check);
    }

    /** Returns the name of the clause. */
    public String name() {
        return name;
    }

    /** Checks the clause. What the component throws breaks it; only errors of the virtual machine come through. */
    public Result check() {
        try {
            check.run();
            return new Result(name, true, expected, "", "", Optional.empty());
        } catch (Violation violation) {
            return broken(violation.getMessage(), Optional.empty());
        } catch (VirtualMachineError fatal) {
            throw fatal;
        } catch (Throwable thrown) { // whatever a foreign component throws is the finding
            return broken(describe(thrown), Optional.of(thrown));
        }
    }

    private Result broken(String found, Optional<Throwable> thrown) {
        return new Result(name, false, expected, found + repetition, advice, thrown);
    }

    static String describe(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        String message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
        return thrown.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0]) + message;
    }

    /** Throws when the clause is broken. */
    @FunctionalInterface
    interface Check {
        void run() throws Exception;
    }
}
