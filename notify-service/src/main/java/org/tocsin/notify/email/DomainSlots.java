package org.tocsin.notify.email;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;

/** Bounds how many mails to one domain are under way at a time; further ones wait in their order. */
final class DomainSlots {

    private final int slots;
    private final Map<String, Domain> domains = new HashMap<>();

    DomainSlots(int slots) {
        this.slots = slots;
    }

    private static final class Domain {
        private int taken;
        private final Queue<Runnable> waiting = new ArrayDeque<>();
    }

    /** Runs the work once there is a slot for the domain, which it then has until it ends. */
    <T> Uni<T> run(String domain, Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .<Boolean>emitter(emitter -> take(domain, () -> emitter.complete(true)))
                .chain(taken ->
                        Uni.createFrom().<T>deferred(work::get).onTermination().invoke(() -> release(domain)));
    }

    private void take(String domain, Runnable start) {
        synchronized (domains) {
            Domain known = domains.computeIfAbsent(domain, name -> new Domain());
            if (known.taken >= slots) {
                known.waiting.add(start);
                return;
            }
            known.taken++;
        }
        start.run();
    }

    private void release(String domain) {
        Runnable next;
        synchronized (domains) {
            Domain known = domains.get(domain);
            next = known.waiting.poll();
            if (next == null && --known.taken == 0) {
                domains.remove(domain);
            }
        }
        if (next != null) {
            next.run();
        }
    }
}
