package org.tocsin.monitor.signal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.detect.WindowCondition;
import org.tocsin.monitor.figure.Figure;
import org.tocsin.monitor.reading.Reading;
import org.tocsin.monitor.reading.Signal;
import org.tocsin.monitor.rule.LiveReader;
import org.tocsin.monitor.window.Count;
import org.tocsin.monitor.window.Mention;
import org.tocsin.monitor.window.Windows;

import com.github.f4b6a3.uuid.UuidCreator;

/** Holds a document's signals against the windows of their rules. */
@ApplicationScoped
class WindowSignals {

    static final String HELD = "It counts in the rule's window; on a single report the rule is silent.";

    private final Windows windows;
    private final LiveReader reader;
    private final SignalRepository signals;

    WindowSignals(Windows windows, LiveReader reader, SignalRepository signals) {
        this.windows = windows;
        this.reader = reader;
        this.signals = signals;
    }

    /**
     * What is to become of the signals.
     *
     * @param held signals of silent rules that are not told
     * @param told signals of silent rules that {@code rows} tell, or that fire with their window
     * @param rows what the windows tell
     */
    record Outcome(Set<Signal> held, Set<Signal> told, List<SignalRow> rows) {}

    Outcome of(PendingDocument document, Reading reading, Instant now) {
        Set<Signal> held = new HashSet<>();
        Set<Signal> told = new HashSet<>();
        List<SignalRow> rows = new ArrayList<>();
        Rereading readings = new Rereading(document, reading, now);
        for (Signal signal : reading.signals()) {
            WindowCondition window = reader.window(signal.rule());
            if (window != null) {
                Count count = windows.count(
                        signal.rule(),
                        window,
                        Objects.requireNonNullElse(signal.country(), ""),
                        mention(document, reading, window));
                count.firings().forEach(firing -> rows.add(readings.fired(signal, firing)));
                count.release().forEach(id -> readings.again(id, signal.rule()).ifPresent(rows::add));
                if (window.silent()) {
                    (count.held() ? held : told).add(signal);
                }
            }
        }
        return new Outcome(held, told, rows);
    }

    private static Mention mention(PendingDocument document, Reading reading, WindowCondition window) {
        Long people = window.people() == null
                ? null
                : reading.figures().stream()
                        .filter(figure -> window.people()
                                .actions()
                                .contains(figure.action().name()))
                        .map(Figure::magnitude)
                        .max(Long::compare)
                        .orElse(null);
        PendingDocument.Source source = document.source();
        return new Mention(
                document.id(),
                source.ownerGroup() == null || source.ownerGroup().isBlank()
                        ? "source:" + source.id()
                        : "group:" + source.ownerGroup().strip().toLowerCase(Locale.ROOT),
                source.name(),
                digest(document.text()),
                people,
                document.publishedAt(),
                !window.silent());
    }

    private static String digest(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    /** Reads documents again that were held back: what they say is not kept until it is needed. */
    private final class Rereading {

        private final Instant now;
        private final PendingDocument latest;
        private final Map<UUID, Optional<Read>> known = new HashMap<>();

        /** A document and what it says. */
        private record Read(PendingDocument document, Reading reading) {}

        Rereading(PendingDocument latest, Reading reading, Instant now) {
            this.now = now;
            this.latest = latest;
            known.put(latest.id(), Optional.of(new Read(latest, reading)));
        }

        /** The signal of the report that completed a window; of the latest one, should the rule not fire there now. */
        SignalRow fired(Signal signal, Count.Firing firing) {
            return row(firing.at(), signal.rule(), firing.signalId(), firing)
                    .or(() -> row(latest.id(), signal.rule(), firing.signalId(), firing))
                    .orElseThrow();
        }

        /** The signal of a report that was held back, if the rule still fires on it. */
        Optional<SignalRow> again(UUID document, String rule) {
            return row(document, rule, UuidCreator.getTimeOrderedEpoch(), null);
        }

        private Optional<SignalRow> row(UUID document, String rule, UUID id, Count.@Nullable Firing firing) {
            return known.computeIfAbsent(document, this::read).flatMap(read -> read.reading().signals().stream()
                    .filter(signal -> signal.rule().equals(rule))
                    .findFirst()
                    .map(signal -> {
                        SignalDetected event = SignalDetected.from(
                                id,
                                signal,
                                read.reading().signals(),
                                read.document(),
                                read.reading().language(),
                                now);
                        return new SignalRow(
                                document,
                                firing == null ? event : event.fired(WindowFinding.of(firing)),
                                signal.trace());
                    }));
        }

        private Optional<Read> read(UUID document) {
            return signals.pending(document)
                    .map(pending -> new Read(pending, reader.current().read(pending.report())));
        }
    }
}
