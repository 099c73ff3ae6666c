package org.einfluss.osgi.tests;

import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.RepaintManager;

/** Notes every Swing component that is touched outside the event thread once it is part of a window. */
final class EventThreadRule extends RepaintManager {
    private final List<Throwable> violations = Collections.synchronizedList(new ArrayList<>());

    static EventThreadRule install() {
        EventThreadRule rule = new EventThreadRule();
        RepaintManager.setCurrentManager(rule);
        return rule;
    }

    List<Throwable> violations() {
        return List.copyOf(violations);
    }

    @Override
    public synchronized void addInvalidComponent(JComponent component) {
        check(component);
        super.addInvalidComponent(component);
    }

    @Override
    public void addDirtyRegion(JComponent component, int x, int y, int width, int height) {
        check(component);
        super.addDirtyRegion(component, x, y, width, height);
    }

    private void check(JComponent component) {
        if (!EventQueue.isDispatchThread() && component.isShowing()) {
            violations.add(new IllegalStateException(component.getClass().getName() + " was touched by "
                    + Thread.currentThread().getName()));
        }
    }
}
