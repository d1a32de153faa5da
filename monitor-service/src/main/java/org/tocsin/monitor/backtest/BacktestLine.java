package org.tocsin.monitor.backtest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.reading.Evidence;
import org.tocsin.monitor.reading.Reading;
import org.tocsin.monitor.reading.Rejection;
import org.tocsin.monitor.reading.Signal;
import org.tocsin.monitor.reading.TraceEntry;

import com.fasterxml.jackson.annotation.JsonInclude;

/** One line of the answer. */
sealed interface BacktestLine {

    String type();

    /**
     * The first line.
     *
     * @param run with which the backtest can be ended
     * @param liveVersion what the rule is compared with, null if no version of it is live
     */
    record Started(String type, UUID run, String rule, @Nullable Integer liveVersion) implements BacktestLine {

        Started(UUID run, String rule, @Nullable Integer liveVersion) {
            this("started", run, rule, liveVersion);
        }
    }

    /**
     * A document on which the rule fires, or its live version does.
     *
     * @param type {@code fires}, {@code newly-fires} or {@code no-longer-fires}
     * @param candidate what the tried rule makes of it
     * @param live what the live version makes of it, null if there is none
     */
    record Fired(String type, Item document, Outcome candidate, @Nullable Outcome live) implements BacktestLine {}

    /** A document without its text. */
    record Item(UUID id, String url, String title, String language, Instant publishedAt) {}

    /**
     * What one version made of a document.
     *
     * @param reason why it does not fire, null if it does or found nothing at all
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Outcome(
            boolean fires,
            @Nullable Double score,
            @Nullable String country,
            @Nullable Boolean planned,
            @Nullable List<Evidence> evidence,
            @Nullable String reason,
            List<TraceEntry> trace) {

        /** What a reader with this one rule made of it. */
        static Outcome of(Reading reading) {
            if (!reading.signals().isEmpty()) {
                Signal signal = reading.signals().get(0);
                return new Outcome(
                        true,
                        signal.score(),
                        signal.country(),
                        signal.planned(),
                        signal.evidence(),
                        null,
                        signal.trace());
            }
            if (reading.rejected().isEmpty()) {
                return new Outcome(false, null, null, null, null, null, List.of());
            }
            Rejection rejection = reading.rejected().get(0);
            return new Outcome(false, null, null, null, null, rejection.reason(), rejection.trace());
        }
    }

    /**
     * Comes after each page, so that a caller who is gone is noticed.
     *
     * @param upTo publication of the last document read
     */
    record Progress(String type, long read, Instant upTo) implements BacktestLine {

        Progress(long read, Instant upTo) {
            this("progress", read, upTo);
        }
    }

    /**
     * The last line.
     *
     * @param cancelled whether somebody ended it before all documents were read
     */
    record Finished(String type, long read, long fires, long newlyFires, long noLongerFires, boolean cancelled)
            implements BacktestLine {}
}
