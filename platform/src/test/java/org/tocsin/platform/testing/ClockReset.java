package org.tocsin.platform.testing;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;

/** Lets a clock that a test has stopped run again, so that no test inherits another's time. */
public final class ClockReset implements QuarkusTestAfterEachCallback {

    @Override
    public void afterEach(QuarkusTestMethodContext context) {
        var container = Arc.container();
        if (container == null) {
            return;
        }
        var clock = container.instance(MutableClock.class);
        if (clock.isAvailable()) {
            clock.get().reset();
        }
    }
}
