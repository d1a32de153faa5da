package org.tocsin.monitor.signal;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.tocsin.monitor.document.DocumentReceived;
import org.tocsin.monitor.reading.Reading;
import org.tocsin.monitor.reading.Signal;
import org.tocsin.monitor.rule.LiveReader;
import org.tocsin.platform.event.Event;
import org.tocsin.platform.event.InvalidEventException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Reads documents, keeps what was found and announces it. */
@ApplicationScoped
class SignalService {

    private final SignalRepository signals;
    private final LiveReader reader;
    private final WindowSignals windows;
    private final Announcer announcer;
    private final ObjectMapper json;
    private final Clock clock;
    private final Counter read;
    private final Counter rejected;
    private final Timer latency;

    SignalService(
            SignalRepository signals,
            LiveReader reader,
            WindowSignals windows,
            Announcer announcer,
            ObjectMapper json,
            Clock clock,
            MeterRegistry meters) {
        this.signals = signals;
        this.reader = reader;
        this.windows = windows;
        this.announcer = announcer;
        this.json = json;
        this.clock = clock;
        this.read = meters.counter("tocsin.documents.read");
        this.rejected = meters.counter("tocsin.signals", "outcome", "rejected");
        this.latency = Timer.builder("tocsin.document.to.reading")
                .description("From the arrival of a document to the end of its reading")
                .publishPercentileHistogram()
                .register(meters);
    }

    /** Handles a {@code document.received} event within the transaction of the intake. */
    void handle(Event event) {
        UUID id = documentId(event);
        PendingDocument document = signals.pending(id)
                .orElseThrow(() -> new InvalidEventException("The document of the event is not in our table."));
        Reading reading = reader.current().read(document.report());
        Instant now = clock.instant();
        WindowSignals.Outcome windowed = windows.of(document, reading, now);
        Reading shown = reading.without(windowed.held(), WindowSignals.HELD);
        signals.add(new ReadingRow(id, shown.language(), shown.rejected(), now));
        List<SignalRow> rows = new ArrayList<>();
        shown.signals().stream()
                .filter(signal -> !windowed.told().contains(signal))
                .forEach(signal -> rows.add(row(signal, reading, document, now)));
        rows.addAll(windowed.rows());
        if (!rows.isEmpty()) {
            signals.add(rows);
            rows.forEach(row -> announcer.announce(row.signal()));
        }
        read.increment();
        rejected.increment(shown.rejected().size());
        latency.record(Duration.between(document.receivedAt(), now));
    }

    @Transactional
    List<SignalView> list(SignalQuery query) {
        return signals.list(query);
    }

    /** What was made of a document, or nothing when it was not read yet. */
    @Transactional
    Optional<ReadingView> reading(UUID documentId) {
        return signals.reading(documentId)
                .map(reading -> reading.with(signals.list(SignalQuery.ofDocument(documentId))));
    }

    private UUID documentId(Event event) {
        if (!DocumentReceived.TYPE.equals(event.type())) {
            throw new InvalidEventException("Events of this type are not known here.");
        }
        try {
            DocumentReceived received = json.readValue(event.data(), DocumentReceived.class);
            if (received == null || received.documentId() == null) {
                throw new InvalidEventException("The event names no document.");
            }
            return received.documentId();
        } catch (IOException e) {
            throw new InvalidEventException("The data of the event is not what its type promises.");
        }
    }

    private static SignalRow row(Signal signal, Reading reading, PendingDocument document, Instant now) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        SignalDetected event = SignalDetected.from(id, signal, reading.signals(), document, reading.language(), now);
        return new SignalRow(document.id(), event, signal.trace());
    }
}
