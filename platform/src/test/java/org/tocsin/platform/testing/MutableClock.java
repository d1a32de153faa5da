package org.tocsin.platform.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

/**
 * The clock of an application under test: runs like the system's until a test sets it, then stands still until it is
 * advanced. {@link ClockReset} lets it run again after each test.
 */
@Alternative
@Priority(1)
@Singleton
public class MutableClock extends Clock {

    private static final InstantSource RUNNING = InstantSource.system();

    private final AtomicReference<InstantSource> source = new AtomicReference<>(RUNNING);

    /** Stops the clock at this instant. */
    public void set(Instant instant) {
        source.set(InstantSource.fixed(instant));
    }

    /** Stops the clock, if it is running, and moves it on. */
    public void advance(Duration duration) {
        source.updateAndGet(now -> InstantSource.fixed(now.instant().plus(duration)));
    }

    /** Lets the clock run like the system's again. */
    public void reset() {
        source.set(RUNNING);
    }

    @Override
    public Instant instant() {
        return source.get().instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return source.get().withZone(zone);
    }
}
