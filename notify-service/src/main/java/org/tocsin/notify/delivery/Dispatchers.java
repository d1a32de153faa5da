package org.tocsin.notify.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.tocsin.notify.subscription.Subscriptions;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** Starts, wakes and stops one dispatcher for each channel. */
@ApplicationScoped
class Dispatchers {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    private final List<Dispatcher> dispatchers = new ArrayList<>();

    Dispatchers(
            @All List<Sender> senders,
            LaneClaims claims,
            DeliveryBook book,
            Subscriptions subscriptions,
            DispatchConfig config,
            Clock clock) {
        senders.forEach(sender -> dispatchers.add(new Dispatcher(sender, claims, book, subscriptions, config, clock)));
    }

    void start(@Observes StartupEvent event) {
        dispatchers.forEach(Dispatcher::start);
    }

    void wake(@Observes DeliveriesDue due) {
        dispatchers.forEach(Dispatcher::wake);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        for (Dispatcher dispatcher : dispatchers) {
            dispatcher.stop(STOP_PATIENCE);
        }
    }
}
