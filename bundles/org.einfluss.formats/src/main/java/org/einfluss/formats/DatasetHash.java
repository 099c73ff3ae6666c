package org.einfluss.formats;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.einfluss.api.data.ActivityLog;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.Dataset;

/**
 * The content hash of a dataset: SHA-256 over the text {@code einfluss-dataset-1}, the network's hash, and for each log its name, time
 * unit, number of cascades, adoptions (cascade, node, time, parent), end of observation, and the names of the cascades where they have
 * names; then, where there are any, the activity logs. What is only said about the data (titles, meanings, caveats) does not count. Part of
 * the file format: equal data have equal hashes in every release.
 */
public final class DatasetHash {
    private DatasetHash() {}

    /**
     * Computes the hash of a dataset.
     *
     * @param dataset the dataset
     * @return 64 hexadecimal digits
     */
    public static String of(Dataset dataset) {
        return of(dataset.network().sha256(), dataset.logs(), dataset.activities());
    }

    /**
     * Computes the hash.
     *
     * @param network the network's SHA-256
     * @param logs the adoption logs
     * @param activities the activity logs
     * @return 64 hexadecimal digits
     */
    public static String of(byte[] network, List<AdoptionLog> logs, List<ActivityLog> activities) {
        MessageDigest digest = sha256();
        digest.update("einfluss-dataset-1".getBytes(StandardCharsets.UTF_8));
        digest.update(network);
        addInt(digest, logs.size());
        for (AdoptionLog log : logs) {
            addText(digest, log.name());
            addText(digest, log.timeUnit());
            addInt(digest, log.cascades());
            addInt(digest, log.size());
            for (int i = 0; i < log.size(); i++) {
                addInt(digest, log.cascade()[i]);
                addInt(digest, log.node()[i]);
                addDouble(digest, log.time()[i]);
                addInt(digest, log.parent().length == 0 ? -1 : log.parent()[i]);
            }
            addDouble(digest, log.observedUntil());
            addTexts(digest, "cascade names", log.cascadeNames());
        }
        for (ActivityLog log : activities) {
            addText(digest, log.name());
            addText(digest, log.timeUnit());
            addTexts(digest, "actions", log.actions());
            addTexts(digest, "things", log.things());
            addInt(digest, log.size());
            for (int i = 0; i < log.size(); i++) {
                addInt(digest, log.actor()[i]);
                addInt(digest, log.action()[i]);
                addInt(digest, log.target()[i]);
                addDouble(digest, log.time()[i]);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private static void addText(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        addInt(digest, bytes.length);
        digest.update(bytes);
    }

    private static void addTexts(MessageDigest digest, String what, List<String> texts) {
        if (!texts.isEmpty()) {
            addText(digest, what);
            addInt(digest, texts.size());
            texts.forEach(text -> addText(digest, text));
        }
    }

    private static void addInt(MessageDigest digest, int value) {
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array());
    }

    private static void addDouble(MessageDigest digest, double value) {
        digest.update(ByteBuffer.allocate(Double.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(Double.doubleToLongBits(value))
                .array());
    }
}
