package org.tocsin.monitor.signal;

import jakarta.enterprise.context.ApplicationScoped;

import org.tocsin.platform.outbox.Outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Puts signals into the outbox of the running transaction. */
@ApplicationScoped
class Announcer {

    private final Outbox outbox;
    private final Counter fired;

    Announcer(Outbox outbox, MeterRegistry meters) {
        this.outbox = outbox;
        this.fired = meters.counter("tocsin.signals", "outcome", "fired");
    }

    void announce(SignalDetected signal) {
        outbox.add(
                SignalDetected.TOPIC,
                signal.key(),
                SignalDetected.TYPE,
                signal.signalId().toString(),
                signal.signalId().toString(),
                signal.detectedAt(),
                signal);
        fired.increment();
    }
}
