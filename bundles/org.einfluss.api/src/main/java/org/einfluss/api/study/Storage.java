package org.einfluss.api.study;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** Opens the store of a study's folder; provided by one bundle. */
@ProviderType
public interface Storage {
    /**
     * Opens the store, creating it where it does not exist and removing what an interrupted writer left behind.
     *
     * @param study the study's folder
     * @param plan the plan whose rows it holds
     * @throws IOException when it cannot be opened
     */
    ShardStore open(Path study, Plan plan) throws IOException;
}
