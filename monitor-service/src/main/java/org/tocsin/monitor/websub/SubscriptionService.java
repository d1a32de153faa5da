package org.tocsin.monitor.websub;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.poll.PushOffer;
import org.tocsin.monitor.poll.PushedFeeds;

import io.micrometer.core.instrument.MeterRegistry;

/** Keeps the subscriptions at hubs, and takes in what they push. Polling goes on beside it: a hub may fall silent. */
@ApplicationScoped
@Transactional
class SubscriptionService {

    private static final int SECRET_BYTES = 32;
    private static final int BATCH = 10;
    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);
    private static final Duration AFTER_DENIAL = Duration.ofDays(7);
    private static final Duration SHORTEST_LEASE = Duration.ofMinutes(5);
    private static final Duration LONGEST_LEASE = Duration.ofDays(90);

    private final SubscriptionRepository subscriptions;
    private final PushedFeeds feeds;
    private final WebSubConfig config;
    private final MeterRegistry meters;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SubscriptionService(
            SubscriptionRepository subscriptions,
            PushedFeeds feeds,
            WebSubConfig config,
            MeterRegistry meters,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.feeds = feeds;
        this.config = config;
        this.meters = meters;
        this.clock = clock;
    }

    /** Subscribes to what a feed offers, in the transaction that records the visit. */
    void offered(@Observes PushOffer offer) {
        if (config.callback().isEmpty()) {
            return;
        }
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        Subscription subscription = new Subscription(
                offer.source().id(),
                UUID.randomUUID(),
                offer.push().hub(),
                offer.push().topic().toString(),
                HexFormat.of().formatHex(secret),
                0);
        subscriptions.want(subscription, clock.instant());
    }

    /** Those to be made or renewed now; each is given to one replica only. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<Subscription> due() {
        return subscriptions.claim(clock.instant(), PAUSE, LONGEST_PAUSE, BATCH);
    }

    /**
     * The hub asks whether we meant it.
     *
     * @param leaseSeconds as the hub grants, or null
     * @return whether we did
     */
    boolean confirm(UUID callback, String topic, @Nullable Long leaseSeconds) {
        Optional<Subscription> meant =
                subscriptions.find(callback).filter(found -> found.topic().equals(topic));
        if (meant.isEmpty()) {
            return false;
        }
        Duration lease = lease(leaseSeconds);
        Instant now = clock.instant();
        subscriptions.activate(
                callback, now.plus(lease), now.plus(lease.multipliedBy(3).dividedBy(4)));
        return true;
    }

    /** The hub does not want to push. */
    void denied(UUID callback) {
        subscriptions.deny(callback, clock.instant().plus(AFTER_DENIAL));
    }

    /**
     * The hub pushes. What is not signed with our secret is acknowledged and dropped, as WebSub demands.
     *
     * @return whether we still want to be pushed
     */
    boolean pushed(UUID callback, @Nullable String signature, byte[] body, @Nullable String contentType) {
        Optional<Subscription> known = subscriptions.find(callback);
        if (known.isEmpty()) {
            return false;
        }
        boolean genuine = HubSignature.isValid(signature, body, known.get().secret());
        meters.counter("tocsin.pushes", "outcome", genuine ? "accepted" : "forged")
                .increment();
        if (genuine) {
            feeds.accept(known.get().source(), body, contentType);
            subscriptions.notePush(callback, clock.instant());
        }
        return true;
    }

    private Duration lease(@Nullable Long seconds) {
        Duration lease = seconds == null || seconds <= 0
                ? config.lease()
                : Duration.ofSeconds(Math.min(seconds, LONGEST_LEASE.toSeconds()));
        return lease.compareTo(SHORTEST_LEASE) < 0 ? SHORTEST_LEASE : lease;
    }
}
