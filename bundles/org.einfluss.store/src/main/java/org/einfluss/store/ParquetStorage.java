package org.einfluss.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.ShardStore;
import org.einfluss.api.study.Storage;
import org.osgi.service.component.annotations.Component;

/**
 * Keeps studies as Parquet files, written and read by DuckDB.
 *
 * <p>{@code observations.parquet} has the columns {@code point, draw, run, step} (int32), {@code time} (double), {@code stop} (string:
 * {@code running, settled, step-limit, censored, failed}), {@code failure} (string, null unless the run failed), then one double per
 * variable, null where it was not observed. A variable's name is written with underscores for hyphens, so that it is a plain name in R,
 * Python and SQL; a variable that would be called like one of the first seven columns gets the ending {@code _value}. Rows are sorted by
 * point, draw, run, step.
 *
 * <p>{@code log.parquet}, where the log was recorded, has {@code point, draw, run, event} (int32; {@code event} counts the events of a
 * run), {@code time} (double), {@code node, state_from, state_to, cause} (int32). All files are compressed by zstd.
 */
@Component(service = Storage.class)
public final class ParquetStorage implements Storage {
    /** Makes the storage; it has no state. */
    public ParquetStorage() {}

    @Override
    public ShardStore open(Path study, Plan plan) throws IOException {
        Files.createDirectories(study.resolve(ParquetStore.SHARDS));
        return new ParquetStore(study.toAbsolutePath(), plan);
    }
}
