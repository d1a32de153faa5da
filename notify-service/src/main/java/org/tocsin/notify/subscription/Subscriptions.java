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
import org.tocsin.notify.audit.AuditLog;

/** What other features and subscribers themselves do with subscriptions, without a caller's token. */
@ApplicationScoped
public class Subscriptions {

    private final SubscriptionRepository repository;
    private final Event<SubscriptionChanged> changes;
    private final SubscriptionAudit audit;
    private final Clock clock;

    Subscriptions(
            SubscriptionRepository repository,
            Event<SubscriptionChanged> changes,
            SubscriptionAudit audit,
            Clock clock) {
        this.repository = repository;
        this.changes = changes;
        this.audit = audit;
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

    /** The receivers of those of the subscriptions that are webhooks. */
    @Transactional
    public Map<UUID, Channel.Webhook> webhooks(Collection<UUID> ids) {
        return repository.webhooks(ids);
    }

    /** The owner of the address said yes. Changes nothing but a subscription that waits for it. */
    @Transactional
    public void confirm(UUID id) {
        repository
                .find(id)
                .filter(found -> found.state() == Subscription.State.PENDING)
                .ifPresent(
                        found -> move(AuditLog.RECIPIENT, "CONFIRMED", found, Subscription.State.ACTIVE, null, null));
    }

    /** The recipient wants no more of it. */
    @Transactional
    public void unsubscribe(UUID id) {
        repository
                .find(id)
                .filter(found -> found.state() != Subscription.State.UNSUBSCRIBED)
                .ifPresent(found -> move(
                        AuditLog.RECIPIENT,
                        "UNSUBSCRIBED",
                        found,
                        Subscription.State.UNSUBSCRIBED,
                        "The recipient unsubscribed",
                        null));
    }

    /** The recipient wants no more mail from us at all: ends every subscription of the same address. */
    @Transactional
    public void unsubscribeAll(UUID id) {
        repository.find(id).ifPresent(found -> repository
                .ofAddress(found.channel().target())
                .forEach(same -> unsubscribe(same.id())));
    }

    /** The recipient told the mail provider that a mail was unwanted. */
    @Transactional
    public void complained(UUID id) {
        repository
                .find(id)
                .filter(found -> found.state() != Subscription.State.UNSUBSCRIBED)
                .ifPresent(found -> move(
                        AuditLog.RECIPIENT,
                        "COMPLAINED",
                        found,
                        Subscription.State.UNSUBSCRIBED,
                        Trouble.COMPLAINED.text(),
                        Trouble.COMPLAINED));
    }

    /** Whether the same address has other subscriptions that have not ended. */
    @Transactional
    public boolean othersOfAddress(Subscription subscription) {
        return repository.ofAddress(subscription.channel().target()).stream()
                .anyMatch(same ->
                        !same.id().equals(subscription.id()) && same.state() != Subscription.State.UNSUBSCRIBED);
    }

    /** The recipient wants to be told differently. */
    @Transactional
    public void prefer(UUID id, Preference preference) {
        repository.find(id).ifPresent(found -> {
            Subscription changed = preference.applyTo(found).touched(clock.instant());
            if (repository.update(changed)) {
                audit.changed(AuditLog.RECIPIENT, "PREFERRED", found, changed);
            }
        });
    }

    /** Stops sending, because nothing can be delivered. */
    @Transactional
    public void disable(UUID id, Trouble trouble) {
        repository
                .find(id)
                .filter(found -> found.state() == Subscription.State.ACTIVE)
                .ifPresent(found ->
                        move(AuditLog.SYSTEM, "DISABLED", found, Subscription.State.DISABLED, trouble.text(), trouble));
    }

    /** Stops and resumes on the recipient's own wish. */
    @Transactional
    public void pause(UUID id, boolean paused) {
        Subscription.State from = paused ? Subscription.State.ACTIVE : Subscription.State.PAUSED;
        Subscription.State to = paused ? Subscription.State.PAUSED : Subscription.State.ACTIVE;
        repository
                .find(id)
                .filter(found -> found.state() == from)
                .ifPresent(found -> move(
                        AuditLog.RECIPIENT,
                        paused ? "PAUSED" : "RESUMED",
                        found,
                        to,
                        paused ? "The recipient paused it" : null,
                        null));
    }

    Subscription move(
            String actor,
            String action,
            Subscription subscription,
            Subscription.State state,
            @Nullable String reason,
            @Nullable Trouble trouble) {
        Subscription moved = subscription.in(state, reason, clock.instant());
        repository.update(moved);
        audit.changed(actor, action, subscription, moved);
        changes.fire(SubscriptionChanged.between(subscription, moved, trouble));
        return moved;
    }
}
