package org.einfluss.engine.run;

import org.einfluss.api.Progress;

/**
 * Watches over foreign code that works for a study. A worker tells where it is; it is alive as long as it asks for cancellation, which
 * costs the watched thread no more than counting.
 */
interface Watcher extends Progress {
    /** A place in a study at which foreign code is at work. Read by the watching thread. */
    interface Place {
        /** Says which code works for which run, for example {@code model 'sir', design point 2, draw 0, run 7, step 3}. */
        String describe();

        /** Has what is done at this place recorded as failed when it is executed again. */
        void giveUp();
    }

    /** Foreign code begins to work. */
    void at(Place place);

    /** Foreign code works no longer. */
    void away();

    /** A run failed; throws when the study is to stop at that. */
    void failed(Place place, String reason);

    /** Returns the watcher in a progress, or one that does nothing but pass the progress on. */
    static Watcher of(Progress progress) {
        return progress instanceof Watcher watcher ? watcher : new Nobody(progress);
    }

    /** Watches nothing. */
    record Nobody(Progress progress) implements Watcher {
        @Override
        public void at(Place place) {}

        @Override
        public void away() {}

        @Override
        public void failed(Place place, String reason) {}

        @Override
        public void report(long done, long total, String what) {
            progress.report(done, total, what);
        }

        @Override
        public boolean isCancelled() {
            return progress.isCancelled();
        }
    }
}
