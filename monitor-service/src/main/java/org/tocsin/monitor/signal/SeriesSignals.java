package org.tocsin.monitor.signal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.github.f4b6a3.uuid.UuidCreator;

/** Keeps and announces the signals of series. Joins the running transaction. */
@ApplicationScoped
public class SeriesSignals {

    private final SignalRepository signals;
    private final Announcer announcer;

    SeriesSignals(SignalRepository signals, Announcer announcer) {
        this.signals = signals;
        this.announcer = announcer;
    }

    /** @return the id of the signal */
    public UUID announce(SeriesSignal signal, Instant now) {
        SignalDetected event = SignalDetected.from(UuidCreator.getTimeOrderedEpoch(), signal, now);
        signals.add(List.of(new SignalRow(null, event, List.of())));
        announcer.announce(event);
        return event.signalId();
    }

    /** Says for those who read the signal that a correction has taken away what it was made of; null to take that back. */
    public void withdraw(UUID signalId, @Nullable Instant at) {
        signals.withdraw(signalId, at);
    }
}
