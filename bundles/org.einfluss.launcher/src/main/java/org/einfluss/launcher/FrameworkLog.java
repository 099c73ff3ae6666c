package org.einfluss.launcher;

import org.apache.felix.framework.Logger;
import org.slf4j.LoggerFactory;

/** Sends Felix's own messages to the log: by default Felix prints them among the output of the command. */
final class FrameworkLog extends Logger {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger("org.einfluss.launcher.framework");

    @Override
    protected void doLog(int level, String message, Throwable failure) {
        if (level == LOG_ERROR) {
            LOG.error(message, failure);
        } else if (level == LOG_WARNING) {
            LOG.warn(message, failure);
        } else {
            LOG.debug(message, failure);
        }
    }
}
