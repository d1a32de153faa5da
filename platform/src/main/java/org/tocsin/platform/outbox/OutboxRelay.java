package org.tocsin.platform.outbox;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import org.jspecify.annotations.Nullable;

import com.github.f4b6a3.uuid.UuidCreator;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Sends what is in the outbox: woken by each commit, it takes the free lanes, sends their oldest rows, waits for the
 * broker outside any transaction, deletes what was acknowledged and gives the lanes back.
 *
 * <p>Why the order per key holds: one relay at a time works on a lane, and it sends a lane's rows in order. A relay that
 * was too slow and lost its lease may still send rows that its successor sends too; but the successor began with the
 * same oldest row, so of every row the first copy comes in order, and receivers ignore the second by the event's id.
 */
@ApplicationScoped
class OutboxRelay {

    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LAST_RETRY = Duration.ofSeconds(10);
    private static final Duration FIRST_LOOK_AGAIN = Duration.ofMillis(4);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(4);

    private final OutboxRepository repository;
    private final RecordSender sender;
    private final OutboxConfig config;
    private final Event<RefusedRecord> refusals;
    private final UUID owner = UuidCreator.getTimeOrderedEpoch();
    private final Semaphore wakeUps = new Semaphore(0);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Pause retry;
    private final Pause lookAgain;
    private @Nullable Thread thread;

    OutboxRelay(OutboxRepository repository, RecordSender sender, OutboxConfig config, Event<RefusedRecord> refusals) {
        this.repository = repository;
        this.sender = sender;
        this.config = config;
        this.refusals = refusals;
        this.retry = new Pause(FIRST_RETRY, LAST_RETRY);
        this.lookAgain = new Pause(FIRST_LOOK_AGAIN, config.pollInterval());
    }

    void start(@Observes StartupEvent event) {
        Thread relay = new Thread(this::run, "outbox-relay");
        relay.setDaemon(true);
        relay.start();
        thread = relay;
    }

    /** Lets the batch in flight end, but not for long: what is not acknowledged stays in the outbox. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        wake();
        Thread relay = thread;
        if (relay != null) {
            relay.join(STOP_PATIENCE.toMillis());
            sender.close();
            relay.join(STOP_PATIENCE.toMillis());
            relay.interrupt();
        }
    }

    /** Says that something was added. Costs next to nothing while the relay is at work. */
    void wake() {
        wakeUps.release();
    }

    private void run() {
        try {
            while (stopping.getCount() > 0) {
                Duration pause = relayOrRetryLater();
                wakeUps.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Log.debug("The relay of the outbox was interrupted");
        }
    }

    private Duration relayOrRetryLater() throws InterruptedException {
        try {
            Duration pause = relayOnce();
            retry.reset();
            return pause;
        } catch (RuntimeException e) {
            Duration pause = retry.next();
            if (stopping.getCount() > 0) {
                Log.warnf("The outbox cannot be relayed, next try in %d ms: %s", pause.toMillis(), reason(e));
            }
            // An idempotent producer that has seen a fatal error refuses everything from then on.
            sender.close();
            // Commits go on meanwhile; they must not cut the pause short.
            stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
            return Duration.ZERO;
        }
    }

    /** Sends one batch. Returns how long to wait for a wake-up before the next. */
    private Duration relayOnce() throws InterruptedException {
        if (wakeUps.drainPermits() > 0) {
            lookAgain.reset();
        }
        Batch batch = QuarkusTransaction.requiringNew().call(this::takeBatch);
        if (batch.rows().isEmpty()) {
            // With a lane in another replica's hands: what woke us may have come too late for it to see.
            return batch.lanes().size() == Lanes.COUNT ? config.pollInterval() : lookAgain.next();
        }
        lookAgain.reset();
        Shipment shipment = sender.send(batch.rows());
        awaitAcknowledgements(shipment);
        QuarkusTransaction.requiringNew().run(() -> finish(shipment));
        if (shipment.failed() > 0) {
            throw new OutboxException(shipment.failed() + " records were not taken", shipment.lastFailure());
        }
        return Duration.ZERO;
    }

    private Batch takeBatch() {
        repository.relaxDurability();
        List<Short> lanes = repository.claimLanes(owner, config.lease());
        List<OutboxRow> rows =
                lanes.isEmpty() ? List.of() : repository.next(lanes, config.batchSize(), config.batchBytes());
        if (rows.isEmpty() && !lanes.isEmpty()) {
            repository.releaseLanes(owner);
        }
        return new Batch(lanes, rows);
    }

    /** Keeps the lanes as long as there is hope; after that another replica, with another connection, may try. */
    private void awaitAcknowledgements(Shipment shipment) throws InterruptedException {
        Duration renewal = config.lease().dividedBy(3);
        Duration waited = Duration.ZERO;
        while (!shipment.await(renewal)) {
            waited = waited.plus(renewal);
            if (waited.compareTo(config.patience()) < 0) {
                renewLanes();
            }
        }
    }

    private void renewLanes() {
        try {
            QuarkusTransaction.requiringNew().run(() -> repository.renewLanes(owner, config.lease()));
        } catch (RuntimeException e) {
            Log.warnf("Lanes of the outbox could not be renewed: %s", reason(e));
        }
    }

    private void finish(Shipment shipment) {
        if (shipment.refused().isEmpty()) {
            repository.relaxDurability();
        }
        repository.delete(shipment.sent());
        for (Shipment.Refusal refusal : shipment.refused()) {
            Log.errorf(
                    "Kafka refuses a record of topic %s, it goes to the dead letters: %s",
                    refusal.row().record().topic(), refusal.reason());
            repository.delete(List.of(refusal.row()));
            refusals.fire(new RefusedRecord(refusal.row().record(), refusal.reason()));
        }
        repository.releaseLanes(owner);
    }

    /** Kafka's and PostgreSQL's own words for connection trouble hold no content of events. */
    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }

    private record Batch(List<Short> lanes, List<OutboxRow> rows) {}
}
