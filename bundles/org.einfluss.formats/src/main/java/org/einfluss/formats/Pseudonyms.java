package org.einfluss.formats;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.IntStream;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.einfluss.api.InputException;
import org.einfluss.api.data.Dataset;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.einfluss.graph.Subnetwork;

/**
 * Keyed pseudonyms of identifiers: {@code p} and the first 20 hexadecimal digits (80 bits) of HMAC-SHA-256 (RFC 2104) over the
 * identifier in UTF-8. The same key gives the same pseudonym, in every file; without the key nobody can tell who is who, nor try out
 * whether a known identifier is among them. Thread-safe.
 *
 * <p>The key is a file of one line, {@code einfluss-pseudonyms-1} and 64 hexadecimal digits, which lies outside the datasets.
 */
public final class Pseudonyms {
    private static final String HEAD = "einfluss-pseudonyms-1 ";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int DIGITS = 20;

    private final SecretKeySpec key;
    private final boolean created;

    private Pseudonyms(byte[] key, boolean created) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.created = created;
    }

    /**
     * Reads a key, or makes one where there is no file.
     *
     * @param file the key's file
     * @param home the user's folder, in whose datasets the key must not lie
     * @throws IOException when it cannot be read or written
     * @throws InputException when it lies among the datasets, or holds no key
     */
    public static Pseudonyms of(Path file, Path home) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        if (!Files.isDirectory(folder)) {
            throw new InputException("There is no folder " + folder + " for the key of the pseudonyms. Make it first.");
        }
        // Links are followed: a key that is reached by another way lies in the same place.
        Path place = Files.exists(absolute)
                ? absolute.toRealPath()
                : folder.toRealPath().resolve(absolute.getFileName());
        Path datasets = home.resolve("datasets").toAbsolutePath().normalize();
        if (place.startsWith(Files.exists(datasets) ? datasets.toRealPath() : datasets)) {
            throw new InputException("The key of the pseudonyms must not lie among the datasets (" + datasets
                    + "): who gets a dataset would get the key with it. Give another place.");
        }
        if (!Files.exists(place)) {
            byte[] key = newKey();
            write(place, HEAD + HexFormat.of().formatHex(key) + "\n");
            return new Pseudonyms(key, true);
        }
        String text = Files.size(place) > 4 * KEY_BYTES ? "" : Files.readString(place, StandardCharsets.ISO_8859_1);
        if (!text.strip().matches(HEAD + "[0-9a-f]{" + 2 * KEY_BYTES + "}")) {
            throw new InputException(file + ": Expected the key of pseudonyms ('" + HEAD.strip() + "' and "
                    + 2 * KEY_BYTES + " hexadecimal digits), found something else. Name a file that is not there yet to"
                    + " have a key made.");
        }
        return new Pseudonyms(HexFormat.of().parseHex(text.strip().substring(HEAD.length())), false);
    }

    private static byte[] newKey() {
        try {
            KeyGenerator generator = KeyGenerator.getInstance(ALGORITHM);
            generator.init(KEY_BYTES * Byte.SIZE);
            return generator.generateKey().getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", impossible);
        }
    }

    /** Nobody but the owner may read the key, from its first byte on, where the file system knows of owners. */
    private static void write(Path file, String text) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text, StandardOpenOption.WRITE);
        } else {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        }
    }

    /** Returns whether the key was made just now. */
    public boolean isCreated() {
        return created;
    }

    /** Returns what tells one key from another without telling the key: 8 hexadecimal digits of a hash of it. */
    public String fingerprint() {
        MessageDigest digest = DatasetHash.sha256();
        digest.update("fingerprint of ".getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(key.getEncoded()), 0, 4);
    }

    /**
     * Returns the pseudonym of an identifier.
     *
     * @param identifier the identifier as it is written
     */
    public String of(String identifier) {
        return of(mac(), identifier);
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", impossible);
        }
    }

    private static String of(Mac mac, String identifier) {
        byte[] code = mac.doFinal(identifier.getBytes(StandardCharsets.UTF_8));
        return "p" + HexFormat.of().formatHex(code, 0, DIGITS / 2);
    }

    /**
     * Replaces the identifiers of a dataset. Nodes are numbered anew, in the order of their pseudonyms: the old order, which was that of the
     * identifiers, would tell who is who.
     *
     * @param dataset the dataset
     */
    Dataset on(Dataset dataset) {
        Network network = dataset.network();
        int n = network.nodes();
        Mac mac = mac();
        String[] names = new String[n];
        for (int v = 0; v < n; v++) {
            names[v] = of(mac, network.label(v));
        }
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparing(v -> names[v]))
                .mapToInt(Integer::intValue)
                .toArray();
        String[] sorted = new String[n];
        int[] number = new int[n];
        Set<String> different = new HashSet<>();
        for (int i = 0; i < n; i++) {
            sorted[i] = names[order[i]];
            number[order[i]] = i;
            different.add(sorted[i]);
        }
        boolean twoModes = network.nodeColumn(Network.MODE).isPresent();
        if (different.size() < n && !twoModes) {
            throw new IllegalStateException("Two identifiers have the same pseudonym; take another key");
        }
        Network renamed = Subnetwork.of(network.withoutNodeColumn(Network.ID), order)
                .withNodeColumn(Column.texts(Network.ID, sorted).withMeaning("keyed pseudonym"));
        return new Dataset(
                dataset.descriptor(),
                renamed,
                dataset.logs().stream()
                        .map(log -> log.renumbered(number).withoutNames())
                        .toList(),
                dataset.activities().stream()
                        .map(log -> log.renumbered(number).withoutNames())
                        .toList());
    }
}
