package org.einfluss.plugins.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.einfluss.plugins.NoExit;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.hooks.weaving.WovenClass;

/**
 * Keeps plug-ins from ending the program: where a class of theirs calls {@link System#exit}, it calls {@link NoExit#exit} instead.
 *
 * <p>Only the constant pool is changed (The Java Virtual Machine Specification, 4.4): the reference to the method gets another class, which
 * is appended. The call itself, a static method that takes an int, stays.
 */
final class ExitGuard implements WeavingHook {
    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int METHOD = 10;
    private static final int NAME_AND_TYPE = 12;

    @Override
    public void weave(WovenClass woven) {
        if (woven.getBundleWiring().getBundle().getLocation().startsWith(PluginBundles.LOCATION)) {
            guarded(woven.getBytes()).ifPresent(bytes -> {
                woven.setBytes(bytes);
                woven.getDynamicImports().add(NoExit.class.getPackageName());
            });
        }
    }

    /** Returns the class file with other calls; empty where it has no call of {@link System#exit}. */
    static Optional<byte[]> guarded(byte[] classFile) {
        try {
            return guarded(new DataInputStream(new ByteArrayInputStream(classFile)), classFile);
        } catch (IOException | IndexOutOfBoundsException damaged) {
            return Optional.empty(); // the virtual machine will say what is wrong with it
        }
    }

    private static Optional<byte[]> guarded(DataInputStream in, byte[] classFile) throws IOException {
        in.skipBytes(8);
        int count = in.readUnsignedShort();
        int[] at = new int[count]; // where the constant begins, with its tag
        String[] texts = new String[count];
        for (int i = 1; i < count; i++) {
            at[i] = classFile.length - in.available();
            int tag = in.readUnsignedByte();
            switch (tag) {
                case UTF8 -> texts[i] = in.readUTF();
                case 5, 6 -> {
                    in.skipBytes(8);
                    i++; // takes two places
                }
                case CLASS, 8, 16, 19, 20 -> in.skipBytes(2);
                case 15 -> in.skipBytes(3);
                default -> in.skipBytes(4);
            }
        }
        int end = classFile.length - in.available();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(classFile.length + 64);
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(classFile, 0, 8);
        out.writeShort(count + 2);
        boolean isChanged = false;
        int written = 10;
        for (int i = 1; i < count; i++) {
            if (at[i] > 0 && classFile[at[i]] == METHOD && isExit(classFile, at, texts, at[i])) {
                out.write(classFile, written, at[i] + 1 - written);
                out.writeShort(count + 1);
                written = at[i] + 3;
                isChanged = true;
            }
        }
        out.write(classFile, written, end - written);
        out.writeByte(UTF8);
        out.writeUTF(NoExit.class.getName().replace('.', '/'));
        out.writeByte(CLASS);
        out.writeShort(count);
        out.write(classFile, end, classFile.length - end);
        return isChanged && count + 2 <= 0xFFFF ? Optional.of(bytes.toByteArray()) : Optional.empty();
    }

    private static boolean isExit(byte[] classFile, int[] at, String[] texts, int method) {
        int owner = at[index(classFile, method + 1)];
        int nameAndType = at[index(classFile, method + 3)];
        return classFile[nameAndType] == NAME_AND_TYPE
                && "java/lang/System".equals(texts[index(classFile, owner + 1)])
                && "exit".equals(texts[index(classFile, nameAndType + 1)])
                && "(I)V".equals(texts[index(classFile, nameAndType + 3)]);
    }

    private static int index(byte[] classFile, int at) {
        return (classFile[at] & 0xFF) << 8 | classFile[at + 1] & 0xFF;
    }
}
