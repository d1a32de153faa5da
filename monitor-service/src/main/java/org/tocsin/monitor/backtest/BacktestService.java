package org.tocsin.monitor.backtest;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.backtest.BacktestRepository.Position;
import org.tocsin.monitor.rule.RuleTrial;
import org.tocsin.platform.problem.ProblemException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Runs backtests: page by page in short transactions, one at a time on a replica, resting in between, so that live
 * reading keeps its share and memory holds no more than a page.
 */
@ApplicationScoped
class BacktestService {

    /** So long an answer may take to begin; then its place is free again. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BacktestRepository backtests;
    private final BacktestConfig config;
    private final ObjectMapper json;
    private final Clock clock;
    private final AtomicReference<@Nullable Run> current = new AtomicReference<>();

    BacktestService(BacktestRepository backtests, BacktestConfig config, ObjectMapper json, Clock clock) {
        this.backtests = backtests;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Starts a backtest.
     *
     * @throws ProblemException 409 while another one runs on this replica
     */
    Run start(RuleTrial trial, DocumentFilter filter, String user) {
        Run run = new Run(trial, filter);
        Run present = current.get();
        boolean free = present == null || present.abandoned();
        if (!free || !current.compareAndSet(present, run)) {
            throw ProblemException.conflict("Another backtest is running; end it, or wait for its end.");
        }
        QuarkusTransaction.requiringNew().run(() -> {
            backtests.forget(clock.instant().minus(config.forgottenAfter()));
            backtests.start(run.id, trial.rule(), user, clock.instant());
        });
        return run;
    }

    /** @throws ProblemException 404 when no such backtest is running on any replica */
    void end(UUID run) {
        boolean running = QuarkusTransaction.requiringNew().call(() -> backtests.end(run));
        if (!running) {
            throw ProblemException.notFound("No such backtest is running.");
        }
    }

    /** A backtest that has started and waits to be written. */
    final class Run {

        private final UUID id = UuidCreator.getTimeOrderedEpoch();
        private final Instant startedAt = clock.instant();
        private final RuleTrial trial;
        private final DocumentFilter filter;
        private volatile boolean begun;

        Run(RuleTrial trial, DocumentFilter filter) {
            this.trial = trial;
            this.filter = filter;
        }

        /** Whether the caller went away before the answer began. */
        private boolean abandoned() {
            return !begun && startedAt.plus(PATIENCE).isBefore(clock.instant());
        }

        /** Reads all documents and writes a line for each that matters; ends when nobody listens any more. */
        void write(OutputStream out) throws IOException {
            begun = true;
            try {
                line(out, new BacktestLine.Started(id, trial.rule(), trial.liveVersion()));
                out.flush();
                Comparison comparison = new Comparison(trial);
                Position position = Position.before(filter.from());
                Optional<List<StoredDocument>> page = next(position);
                while (page.isPresent() && !page.get().isEmpty()) {
                    long begun = System.nanoTime();
                    for (StoredDocument document : page.get()) {
                        Optional<BacktestLine.Fired> fired = comparison.read(document);
                        if (fired.isPresent()) {
                            line(out, fired.get());
                        }
                    }
                    StoredDocument last = page.get().get(page.get().size() - 1);
                    position = new Position(last.publishedAt(), last.id());
                    line(out, new BacktestLine.Progress(comparison.read(), last.publishedAt()));
                    out.flush();
                    rest(System.nanoTime() - begun);
                    page = next(position);
                }
                line(out, comparison.finished(page.isEmpty()));
            } finally {
                close();
            }
        }

        /** The next documents, or nothing when somebody ended the backtest. */
        private Optional<List<StoredDocument>> next(Position after) {
            return QuarkusTransaction.requiringNew()
                    .call(() -> backtests.running(id)
                            ? Optional.of(backtests.page(filter, after, config.page()))
                            : Optional.empty());
        }

        private void line(OutputStream out, BacktestLine line) throws IOException {
            out.write(json.writeValueAsBytes(line));
            out.write('\n');
        }

        private void rest(long worked) {
            LockSupport.parkNanos((long) (worked * config.rest()));
        }

        private void close() {
            current.compareAndSet(this, null);
            try {
                QuarkusTransaction.requiringNew().run(() -> backtests.end(id));
            } catch (RuntimeException e) {
                Log.warnf(
                        "The end of backtest %s could not be noted: %s",
                        id, e.getClass().getSimpleName());
            }
        }
    }
}
