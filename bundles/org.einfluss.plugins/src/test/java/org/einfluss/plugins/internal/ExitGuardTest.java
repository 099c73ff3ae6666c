package org.einfluss.plugins.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

class ExitGuardTest {
    /** Would end this test. Holds constants of every kind that takes one or two places, also after the call. */
    static final class Ending {
        private Ending() {}

        static long direct(int status) {
            if (status == 0) {
                return 1L << 40;
            }
            System.exit(status);
            return (long) (Math.PI * 1e9f);
        }

        static void byReference(int status) {
            IntConsumer exit = System::exit;
            exit.accept(status);
        }
    }

    static final class Harmless {
        private Harmless() {}

        static long exit(int status) {
            return System.nanoTime() + status;
        }
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream(type.getName().replaceFirst(".*[.]", "") + ".class")) {
            return in.readAllBytes();
        }
    }

    private static final class Loader extends ClassLoader {
        Loader() {
            super(ExitGuardTest.class.getClassLoader());
        }

        Class<?> define(byte[] bytes) {
            return defineClass(null, bytes, 0, bytes.length);
        }
    }

    @Test
    void callsThatEndTheProgramThrow() throws Exception {
        Class<?> guarded =
                new Loader().define(ExitGuard.guarded(bytes(Ending.class)).orElseThrow());
        for (String name : new String[] {"direct", "byReference"}) {
            Method method = guarded.getDeclaredMethod(name, int.class);
            method.setAccessible(true);
            Throwable thrown = assertThrows(InvocationTargetException.class, () -> method.invoke(null, 3))
                    .getCause();
            assertEquals(
                    "System.exit(3) was called, which would end the whole program; throw an exception instead",
                    thrown.getMessage(),
                    name);
        }
        Method direct = guarded.getDeclaredMethod("direct", int.class);
        direct.setAccessible(true);
        assertEquals(1L << 40, direct.invoke(null, 0));
    }

    @Test
    void everythingElseStaysAsItIs() throws Exception {
        assertTrue(ExitGuard.guarded(bytes(Harmless.class)).isEmpty());
        assertTrue(ExitGuard.guarded(new byte[] {1, 2, 3}).isEmpty());
        assertTrue(ExitGuard.guarded(new byte[0]).isEmpty());
    }
}
