package org.tocsin.notify.subscription;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.filter.Condition;
import org.tocsin.notify.filter.ExpressionException;

import io.quarkus.logging.Log;

/**
 * The active subscriptions with their filters compiled, kept in memory and read anew when any subscription has changed.
 */
@Singleton
public class SubscriptionDirectory {

    private final SubscriptionRepository repository;
    private volatile @Nullable Snapshot snapshot;

    SubscriptionDirectory(SubscriptionRepository repository) {
        this.repository = repository;
    }

    /** A subscription and its filter. */
    public record Entry(Subscription subscription, Condition condition) {}

    private record Snapshot(long revision, List<Entry> entries) {}

    /** As they are for the running transaction. */
    public List<Entry> active() {
        long revision = repository.revision();
        Snapshot present = snapshot;
        if (present == null || present.revision() != revision) {
            present = new Snapshot(
                    revision,
                    repository.active().stream()
                            .map(subscription -> new Entry(subscription, compile(subscription)))
                            .toList());
            snapshot = present;
        }
        return present.entries();
    }

    /** Any subscription, active or not, for the running transaction. */
    public Optional<Subscription> find(UUID id) {
        return repository.find(id);
    }

    private static Condition compile(Subscription subscription) {
        try {
            return subscription.filter().condition();
        } catch (ExpressionException e) {
            // It was readable when it was accepted. Should a later release read less, one subscriber must not stop all.
            Log.errorf("The expression of subscription %s can no longer be read", subscription.id());
            return new Condition.Any(List.of());
        }
    }
}
