package org.tocsin.notify.subscription;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

/** What other features and subscribers themselves do with subscriptions, without a caller's token. */
@ApplicationScoped
public class Subscriptions {

    private final SubscriptionRepository repository;
    private final Event<SubscriptionChanged> changes;
    private final Clock clock;

    Subscriptions(SubscriptionRepository repository, Event<SubscriptionChanged> changes, Clock clock) {
        this.repository = repository;
        this.changes = changes;
        this.clock = clock;
    }

    @Transactional
    public Optional<Subscription> find(UUID id) {
        return repository.find(id);
    }

    /** Those of the subscriptions that are there. */
    @Transactional
    public Map<UUID, Subscription> find(Collection<UUID> ids) {
        return repository.find(ids).stream().collect(Collectors.toMap(Subscription::id, Function.identity()));
    }

    /** The owner of the address said yes. Changes nothing but a subscription that waits for it. */
    @Transactional
    public void confirm(UUID id) {
        repository
                .find(id)
                .filter(found -> found.state() == Subscription.State.PENDING)
                .ifPresent(found -> move(found, Subscription.State.ACTIVE, null));
    }

    /** The recipient wants no more of it. */
    @Transactional
    public void unsubscribe(UUID id) {
        repository
                .find(id)
                .filter(found -> found.state() != Subscription.State.UNSUBSCRIBED)
                .ifPresent(found -> move(found, Subscription.State.UNSUBSCRIBED, "The recipient unsubscribed"));
    }

    /** Stops sending, because nothing can be delivered. */
    @Transactional
    public void disable(UUID id, String reason) {
        repository
                .find(id)
                .filter(found -> found.state() == Subscription.State.ACTIVE)
                .ifPresent(found -> move(found, Subscription.State.DISABLED, reason));
    }

    /** Stops and resumes on the recipient's own wish. */
    @Transactional
    public void pause(UUID id, boolean paused) {
        Subscription.State from = paused ? Subscription.State.ACTIVE : Subscription.State.PAUSED;
        Subscription.State to = paused ? Subscription.State.PAUSED : Subscription.State.ACTIVE;
        repository
                .find(id)
                .filter(found -> found.state() == from)
                .ifPresent(found -> move(found, to, paused ? "The recipient paused it" : null));
    }

    Subscription move(Subscription subscription, Subscription.State state, @Nullable String reason) {
        Subscription moved = subscription.in(state, reason, clock.instant());
        repository.update(moved);
        changes.fire(new SubscriptionChanged(moved, subscription.state()));
        return moved;
    }
}
