package org.tocsin.notify.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.alert.Band;
import org.tocsin.notify.store.Sql;
import org.tocsin.notify.subscription.Channel;
import org.tocsin.notify.subscription.Subscription;
import org.tocsin.platform.testing.MutableClock;

/** The queues, claims, caps and book of deliveries as they are, over a real database, with time and network simulated. */
public final class SimulatedDispatch {

    private static final Duration LEASE = Duration.ofSeconds(5);

    private final Sql sql;
    private final MutableClock clock;
    private final Transactions transactions = new Transactions();
    private final LaneClaims claims;
    private final DeliveryBook book;
    private final DeliveryPlans plans;
    private final DailyCap cap;
    private final List<Mail> mails = new ArrayList<>();

    /** What the world does with the next tries. */
    public enum World {
        GOOD,
        /** Each message is refused for now. */
        TEMPORARY,
        /** Nobody answers. */
        UNREACHABLE,
        /** We are killed after the message has arrived, before that is written down. */
        KILLED
    }

    /** A message as the receiver got it. */
    public record Mail(Instant at, UUID id, List<Owed> contents, boolean recorded) {

        public boolean urgent() {
            return contents.get(0).urgent();
        }
    }

    public SimulatedDispatch(Sql sql, MutableClock clock) {
        this.sql = sql;
        this.clock = clock;
        LaneOpenings openings = new LaneOpenings(sql, transactions, new Silent(), clock);
        this.claims = new LaneClaims(sql);
        this.plans = new DeliveryPlans(sql, openings, clock);
        this.cap = new DailyCap(sql, clock);
        this.book = new DeliveryBook(sql, clock, new Notices(null, plans, null) {
            @Override
            void warn(UUID subscription, int warnings) {
                // Told elsewhere.
            }
        });
    }

    public List<Mail> mails() {
        return List.copyOf(mails);
    }

    public @Nullable Told told(UUID alert, UUID subscription) {
        return plans.told(alert, subscription);
    }

    public void plan(UUID alert, int version, Band band, Planned planned) {
        plans.plan(alert, version, band, List.of(planned));
        transactions.end();
    }

    /** When something is due in a lane, null when nothing ever will be. */
    public @Nullable Instant nextDue(UUID lane) {
        return sql.first(
                        "select greatest(next_due_at, leased_until) as due from lane where id = ? and next_due_at is not null",
                        row -> row.instantOrNull("due"),
                        lane)
                .orElse(null);
    }

    /** Takes and tries what is due now; returns whether that was anything. */
    public boolean dispatch(World world, Subscription subscription) {
        Instant now = clock.instant();
        UUID owner = UUID.randomUUID();
        Map<UUID, List<Owed>> claimed = claims.claim(Channel.Type.EMAIL, owner, now, LEASE, 16, 200, 1_000);
        claimed.forEach((lane, owed) -> {
            if (owed.isEmpty()) {
                book.releaseEmpty(List.of(lane), owner, now.plusSeconds(1));
            } else {
                attempt(world, subscription, lane, owed, owner);
            }
        });
        return !claimed.isEmpty();
    }

    private void attempt(World world, Subscription subscription, UUID lane, List<Owed> owed, UUID owner) {
        Instant now = clock.instant();
        DailyCap.Split split = cap.split(owed, Map.of(subscription.id(), subscription));
        List<Tried> tries = new ArrayList<>();
        for (List<Owed> contents : parcels(split.now(), subscription)) {
            UUID id = new Parcel(contents, () -> null).identity();
            if (world == World.GOOD || world == World.KILLED) {
                mails.add(new Mail(now, id, contents, world == World.GOOD));
            }
            for (Owed one : contents) {
                Outcome outcome = outcome(world);
                AfterTry after = AfterTry.of(outcome, one.tries(), now, 0.5);
                tries.add(new Tried(one, id, outcome, after, true, now, now));
            }
        }
        if (world != World.KILLED) {
            List<Owed> returned = split.putOff().stream().map(PutOff::owed).toList();
            book.record(tries, split.putOff(), returned, List.of(lane), owner);
            transactions.end();
        }
    }

    private static List<List<Owed>> parcels(List<Owed> owed, Subscription subscription) {
        Map<UUID, List<Owed>> parcels = new LinkedHashMap<>();
        for (Owed one : owed) {
            boolean gathered =
                    !one.urgent() && (one.gathered() || subscription.schedule().digest());
            UUID key = gathered ? subscription.id() : one.id();
            parcels.computeIfAbsent(key, missing -> new ArrayList<>()).add(one);
        }
        return List.copyOf(parcels.values());
    }

    private static Outcome outcome(World world) {
        return switch (world) {
            case GOOD, KILLED -> new Outcome.Delivered(250, "", null);
            case TEMPORARY -> new Outcome.Temporary(450, "", null);
            case UNREACHABLE -> new Outcome.Unreachable("");
        };
    }

    private static final class Transactions implements TransactionSynchronizationRegistry {

        private final Map<Object, Object> resources = new HashMap<>();
        private final List<Synchronization> endings = new ArrayList<>();

        private void end() {
            List.copyOf(endings).forEach(Synchronization::beforeCompletion);
            endings.clear();
            resources.clear();
        }

        @Override
        public Object getTransactionKey() {
            return this;
        }

        @Override
        public void putResource(Object key, Object value) {
            resources.put(key, value);
        }

        @Override
        public Object getResource(Object key) {
            return resources.get(key);
        }

        @Override
        public void registerInterposedSynchronization(Synchronization ending) {
            endings.add(ending);
        }

        @Override
        public int getTransactionStatus() {
            return 0;
        }

        @Override
        public void setRollbackOnly() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean getRollbackOnly() {
            return false;
        }
    }

    private static final class Silent implements Event<DeliveriesDue> {

        @Override
        public void fire(DeliveriesDue event) {
            // Nobody listens.
        }

        @Override
        public <U extends DeliveriesDue> CompletionStage<U> fireAsync(U event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends DeliveriesDue> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<DeliveriesDue> select(java.lang.annotation.Annotation... qualifiers) {
            return this;
        }

        @Override
        public <U extends DeliveriesDue> Event<U> select(
                Class<U> subtype, java.lang.annotation.Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends DeliveriesDue> Event<U> select(
                TypeLiteral<U> subtype, java.lang.annotation.Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
