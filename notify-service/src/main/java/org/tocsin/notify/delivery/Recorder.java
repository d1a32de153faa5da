package org.tocsin.notify.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.subscription.Subscriptions;
import org.tocsin.notify.subscription.Trouble;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Writes down outcomes as they come in, as many as there are in one transaction, and keeps the leases of the lanes that
 * are being worked on. While the database is away it keeps the outcomes and tries again.
 */
final class Recorder implements Runnable {

    private static final int MANY = 1_000;
    /** HTTP 410. */
    private static final int GONE = 410;

    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

    private final DeliveryBook book;
    private final LaneClaims claims;
    private final Subscriptions subscriptions;
    private final Clock clock;
    private final Duration lease;
    private final UUID owner;
    private final Runnable recorded;
    private final BlockingQueue<Entry> entries = new LinkedBlockingQueue<>();
    private final Set<UUID> held = ConcurrentHashMap.newKeySet();
    private volatile boolean running = true;
    private long renewedAt = System.nanoTime();

    /** @param recorded told after each commit: lanes may be free again */
    Recorder(
            DeliveryBook book,
            LaneClaims claims,
            Subscriptions subscriptions,
            Clock clock,
            Duration lease,
            UUID owner,
            Runnable recorded) {
        this.book = book;
        this.claims = claims;
        this.subscriptions = subscriptions;
        this.clock = clock;
        this.lease = lease;
        this.owner = owner;
        this.recorded = recorded;
    }

    /** Something to write down: a try, a delivery that was not tried after all, or a lane that is done with. */
    private record Entry(
            @Nullable Tried tried, @Nullable PutOff putOff, @Nullable Owed returned, @Nullable UUID finished) {}

    void hold(Collection<UUID> lanes) {
        held.addAll(lanes);
    }

    void add(Tried tried) {
        entries.add(new Entry(tried, null, null, null));
    }

    void giveBack(Owed owed) {
        entries.add(new Entry(null, null, owed, null));
    }

    void putOff(PutOff putOff) {
        entries.add(new Entry(null, putOff, putOff.owed(), null));
    }

    void finish(UUID lane) {
        entries.add(new Entry(null, null, null, lane));
    }

    /** Lets {@link #run} return once everything is written down. */
    void stop() {
        running = false;
    }

    @Override
    public void run() {
        while (running || !entries.isEmpty() || !held.isEmpty()) {
            try {
                renewLeases();
                Entry first = entries.poll(lease.toMillis() / 5, TimeUnit.MILLISECONDS);
                if (first != null) {
                    List<Entry> batch = new ArrayList<>(List.of(first));
                    entries.drainTo(batch, MANY);
                    record(batch);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void record(List<Entry> batch) throws InterruptedException {
        List<Tried> tries = new ArrayList<>();
        List<PutOff> putOff = new ArrayList<>();
        List<Owed> returned = new ArrayList<>();
        List<UUID> finished = new ArrayList<>();
        for (Entry entry : batch) {
            if (entry.putOff() != null) {
                putOff.add(entry.putOff());
            }
            if (entry.tried() != null) {
                tries.add(entry.tried());
            } else if (entry.returned() != null) {
                returned.add(entry.returned());
            } else if (entry.finished() != null) {
                finished.add(entry.finished());
            }
        }
        while (true) {
            try {
                Collection<LaneHealth> lanes = QuarkusTransaction.requiringNew()
                        .call(() -> book.record(tries, putOff, returned, finished, owner));
                finished.forEach(held::remove);
                recorded.run();
                endHopeless(tries, lanes);
                return;
            } catch (RuntimeException e) {
                Log.warnf("The outcomes of %d tries cannot be recorded now: %s", tries.size(), e.getMessage());
                TimeUnit.MILLISECONDS.sleep(AFTER_FAILURE.toMillis());
            }
        }
    }

    private void endHopeless(List<Tried> tries, Collection<LaneHealth> lanes) {
        Instant now = clock.instant();
        for (Tried tried : tries) {
            boolean own = tried.owed().recipient() == null;
            if (own && tried.outcome() instanceof Outcome.Permanent permanent && permanent.endpointGone()) {
                Trouble trouble = Integer.valueOf(GONE).equals(permanent.code()) ? Trouble.GONE : Trouble.REFUSED;
                subscriptions.disable(tried.owed().subscription(), trouble);
            }
        }
        for (LaneHealth lane : lanes) {
            if (lane.hopeless(now)) {
                subscriptions.disable(lane.lane(), Trouble.FAILED_THREE_DAYS);
            }
        }
    }

    private void renewLeases() {
        long now = System.nanoTime();
        if (held.isEmpty() || now - renewedAt < lease.toNanos() / 3) {
            return;
        }
        renewedAt = now;
        try {
            List<UUID> lanes = List.copyOf(held);
            QuarkusTransaction.requiringNew()
                    .run(() -> claims.renew(owner, lanes, clock.instant().plus(lease)));
        } catch (RuntimeException e) {
            Log.warnf("The leases of %d lanes cannot be renewed now: %s", held.size(), e.getMessage());
        }
    }
}
