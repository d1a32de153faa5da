package org.tocsin.standalone.supervision;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.tocsin.standalone.process.RunningServer;
import org.tocsin.standalone.process.StartException;

/** Keeps one part running: starts it, waits for its end, starts it again. */
final class Keeper {

    private final Part part;
    private final Journal journal;
    private final Backoff backoff = new Backoff();
    private final CompletableFuture<RunningServer> started = new CompletableFuture<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable RunningServer running;

    Keeper(Part part, Journal journal) {
        this.part = part;
        this.journal = journal;
        this.thread = new Thread(this::keep, "keeper-" + part.name());
        this.thread.setDaemon(true);
    }

    /** Completes when the part has answered for the first time, or with the reason why it cannot. */
    CompletableFuture<RunningServer> start() {
        thread.start();
        return started;
    }

    Part part() {
        return part;
    }

    Optional<RunningServer> running() {
        return Optional.ofNullable(running);
    }

    private void keep() {
        long begun = System.nanoTime();
        try {
            RunningServer server = part.start().get();
            running = server;
            journal.note(part.name() + " is up, process " + server.pid());
            started.complete(server);
        } catch (RuntimeException e) {
            // The first start must succeed: what fails now is told to whoever waits, and fails again if repeated.
            started.completeExceptionally(e);
            return;
        }
        while (!isStopping()) {
            awaitEnd();
            if (isStopping()) {
                return;
            }
            startAgain(Duration.ofNanos(System.nanoTime() - begun));
            begun = System.nanoTime();
        }
    }

    private void awaitEnd() {
        RunningServer server = running;
        if (server != null) {
            try {
                int code = server.onExit().get();
                if (!isStopping()) {
                    journal.tell(part.name() + " has ended with code " + code + " and is started again");
                }
            } catch (InterruptedException | CancellationException e) {
                Thread.currentThread().interrupt();
            } catch (java.util.concurrent.ExecutionException e) {
                journal.tell(part.name() + " cannot be watched: " + e.getMessage());
            }
        }
    }

    private void startAgain(Duration ran) {
        Duration hasRun = ran;
        while (!pauseOrStop(backoff.after(hasRun))) {
            try {
                RunningServer server = part.start().get();
                running = server;
                journal.tell(part.name() + " is up again, process " + server.pid());
                return;
            } catch (StartException e) {
                hasRun = Duration.ZERO;
                if (!isStopping()) {
                    journal.tell(e.getMessage());
                }
            }
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private boolean pauseOrStop(Duration pause) {
        try {
            return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Ends the part and waits for its end. */
    void stop() {
        stopping.countDown();
        RunningServer server = running;
        if (server == null || server.onExit().isDone()) {
            // It is being started: the interrupt ends the half-started process too.
            thread.interrupt();
        } else {
            server.close();
        }
        joinThread();
        RunningServer last = running;
        if (last != null) {
            last.close();
        }
    }

    private void joinThread() {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
