package org.tocsin.platform.testing;

import java.time.Duration;

import org.awaitility.Awaitility;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;

/** How long tests wait for what must come: long, so that a slow machine fails no test; what comes at once ends it at once. */
public final class Patience implements QuarkusTestBeforeClassCallback {

    public static final Duration LIMIT = Duration.ofMinutes(1);

    @Override
    public void beforeClass(Class<?> test) {
        Awaitility.setDefaultTimeout(LIMIT);
    }
}
