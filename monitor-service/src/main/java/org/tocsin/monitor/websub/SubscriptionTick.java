package org.tocsin.monitor.websub;

import java.net.URI;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;

/** Makes and renews subscriptions when their time has come. */
@ApplicationScoped
class SubscriptionTick {

    private final SubscriptionService subscriptions;
    private final HubClient hubs;
    private final Optional<URI> callback;

    SubscriptionTick(SubscriptionService subscriptions, HubClient hubs, WebSubConfig config) {
        this.subscriptions = subscriptions;
        this.hubs = hubs;
        this.callback = config.callback().map(SubscriptionTick::below);
    }

    @Scheduled(every = "${tocsin.websub.tick}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        callback.ifPresent(base -> subscriptions.due().forEach(due -> hubs.subscribe(due, base)));
    }

    private static URI below(URI base) {
        String address = base.toString();
        return URI.create(
                (address.endsWith("/") ? address.substring(0, address.length() - 1) : address) + CallbackResource.PATH);
    }
}
