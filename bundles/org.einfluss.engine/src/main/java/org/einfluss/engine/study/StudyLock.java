package org.einfluss.engine.study;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.einfluss.api.InputException;

/** Lets only one process, and in it one thread, work on a study; readers need no lock. Gone with the process that holds it. */
final class StudyLock implements AutoCloseable {
    private final FileChannel channel;

    private StudyLock(FileChannel channel) {
        this.channel = channel;
    }

    static StudyLock take(Path study) throws IOException {
        FileChannel channel =
                FileChannel.open(study.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException inThisProcess) {
            lock = null;
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        if (lock == null) {
            throw new InputException("Another process is working on the study " + study
                    + "; wait until it has finished, or end it, and try again.");
        }
        return new StudyLock(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close(); // releases the lock
    }
}
