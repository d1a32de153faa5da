package org.tocsin.notify.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

import org.tocsin.notify.subscription.Subscriptions;

import com.github.f4b6a3.uuid.UuidCreator;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Uni;

/**
 * Works off one channel: takes due lanes, sends what is at their heads and has the outcomes recorded. One thread takes
 * and starts, one records; the network's threads only carry outcomes from one to the other.
 */
final class Dispatcher {

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final Sender sender;
    private final LaneClaims claims;
    private final DeliveryBook book;
    private final DispatchConfig config;
    private final Clock clock;
    private final Recorder recorder;
    private final SharedServerPause serverPause = new SharedServerPause();
    private final UUID owner = UuidCreator.getTimeOrderedEpoch();
    private final RandomGenerator random = RandomGenerator.getDefault();
    private final Semaphore wakeUps = new Semaphore(0);
    private final AtomicInteger underWay = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running = true;

    Dispatcher(
            Sender sender,
            LaneClaims claims,
            DeliveryBook book,
            Subscriptions subscriptions,
            DispatchConfig config,
            Clock clock) {
        this.sender = sender;
        this.claims = claims;
        this.book = book;
        this.config = config;
        this.clock = clock;
        this.recorder = new Recorder(book, claims, subscriptions, clock, config.lease(), owner, this::wake);
    }

    void start() {
        String name = sender.channel().name().toLowerCase(Locale.ROOT);
        threads.add(new Thread(this::run, name + "-dispatcher"));
        threads.add(new Thread(recorder, name + "-recorder"));
        threads.forEach(thread -> {
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** Takes nothing more and waits a while for what is under way. */
    void stop(Duration patience) throws InterruptedException {
        running = false;
        recorder.stop();
        wake();
        for (Thread thread : threads) {
            thread.join(patience.toMillis());
            thread.interrupt();
        }
    }

    /** There may be something to do. */
    void wake() {
        wakeUps.release();
    }

    private void run() {
        while (running) {
            try {
                wakeUps.drainPermits();
                if (dispatchOnce() == 0) {
                    wakeUps.tryAcquire(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                Log.warnf("Deliveries by %s cannot be taken now: %s", sender.channel(), e.getMessage());
                pause(AFTER_FAILURE);
            }
        }
    }

    /** Takes and starts what is due; returns how many deliveries that were. */
    private int dispatchOnce() {
        Instant now = clock.instant();
        int free = sender.concurrency() - underWay.get();
        if (free <= 0 || serverPause.lasts(now)) {
            return 0;
        }
        // While the server that all share is in trouble, one delivery shows whether it is well again.
        boolean probing = serverPause.probing();
        int lanes = probing ? 1 : Math.min(config.lanes(), free);
        int perLane = probing ? 1 : sender.batchPerLane();
        Map<UUID, List<Owed>> claimed = QuarkusTransaction.requiringNew()
                .call(() ->
                        claims.claim(sender.channel(), owner, now, config.lease(), lanes, perLane, probing ? 1 : free));
        Set<UUID> empty = new HashSet<>();
        claimed.forEach((lane, owed) -> {
            if (owed.isEmpty()) {
                empty.add(lane);
            }
        });
        if (!empty.isEmpty()) {
            QuarkusTransaction.requiringNew()
                    .run(() -> book.releaseEmpty(List.copyOf(empty), owner, now.plusSeconds(1)));
            claimed.keySet().removeAll(empty);
        }
        recorder.hold(claimed.keySet());
        return startRuns(claimed);
    }

    private int startRuns(Map<UUID, List<Owed>> claimed) {
        List<Owed> all = claimed.values().stream().flatMap(List::stream).toList();
        if (all.isEmpty()) {
            return 0;
        }
        underWay.addAndGet(all.size());
        Map<UUID, List<Parcel>> parcels = new HashMap<>();
        Prepared prepared = prepare(all);
        prepared.putOff().forEach(recorder::putOff);
        underWay.addAndGet(-prepared.putOff().size());
        for (Parcel parcel : prepared.parcels()) {
            parcels.computeIfAbsent(parcel.contents().get(0).lane(), lane -> new ArrayList<>())
                    .add(parcel);
        }
        claimed.keySet().forEach(lane -> {
            LaneRun run = new LaneRun(lane, parcels.getOrDefault(lane, List.of()), sender.concurrencyPerLane());
            advance(run);
        });
        return all.size();
    }

    /** What cannot even be prepared is as good as a failed try, so that it neither blocks its lane nor is lost. */
    private Prepared prepare(List<Owed> deliveries) {
        try {
            return sender.prepare(deliveries);
        } catch (RuntimeException e) {
            Log.errorf(e, "%d deliveries by %s cannot be prepared", deliveries.size(), sender.channel());
            Outcome outcome = new Outcome.Temporary(null, "It could not be prepared", null);
            List<Parcel> parcels = deliveries.stream()
                    .map(owed ->
                            new Parcel(List.of(owed), () -> Uni.createFrom().item(outcome)))
                    .toList();
            return new Prepared(parcels, List.of());
        }
    }

    private void advance(LaneRun run) {
        for (Parcel parcel : run.start()) {
            Instant started = clock.instant();
            sender(parcel)
                    .subscribe()
                    .with(
                            outcome -> ended(run, parcel, outcome, started),
                            failure -> ended(run, parcel, unexpected(parcel, failure), started));
        }
        if (run.over()) {
            recorder.finish(run.lane());
        }
    }

    private void ended(LaneRun run, Parcel parcel, Outcome outcome, Instant started) {
        Instant now = clock.instant();
        boolean serverTrouble = sender.sharedServer() && outcome.endpointTrouble();
        serverPause.note(serverTrouble, now);
        for (Owed owed : parcel.contents()) {
            AfterTry after = serverTrouble
                    ? AfterTry.atSharedServer(owed.tries(), owed.createdAt(), now, random.nextDouble())
                    : AfterTry.of(outcome, owed.tries(), now, random.nextDouble());
            recorder.add(new Tried(owed, parcel.identity(), outcome, after, !serverTrouble, started, now));
        }
        underWay.addAndGet(-parcel.contents().size());
        run.ended();
        if (outcome.endpointTrouble()) {
            run.stop().forEach(this::giveBack);
        }
        advance(run);
    }

    private void giveBack(Parcel parcel) {
        parcel.contents().forEach(recorder::giveBack);
        underWay.addAndGet(-parcel.contents().size());
    }

    private static Outcome unexpected(Parcel parcel, Throwable failure) {
        Log.errorf(
                failure,
                "Delivery %s failed unexpectedly",
                parcel.contents().get(0).id());
        return new Outcome.Temporary(null, "It could not be sent", null);
    }

    private static Uni<Outcome> sender(Parcel parcel) {
        try {
            return parcel.sending().get();
        } catch (RuntimeException e) {
            return Uni.createFrom().failure(e);
        }
    }

    private static void pause(Duration duration) {
        try {
            TimeUnit.MILLISECONDS.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
