package org.einfluss.workbench.jobs;

import org.einfluss.api.Progress;

/**
 * What a job does, on a thread of its own. It holds no Swing object.
 *
 * @param <T> what comes out
 */
@FunctionalInterface
public interface Work<T> {
    /**
     * Does it.
     *
     * @param progress told how far it is, asked for cancellation and, by that, for pauses
     * @return what came out
     * @throws Exception when it cannot be done; told as a problem
     */
    T run(Progress progress) throws Exception;
}
