package org.tocsin.alert.alert;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * Locks of the database that keep two consumers from opening two alerts for one event. One lock stands for all events
 * of one family of categories in one country, which is what the matcher looks through.
 */
@ApplicationScoped
public class EventLocks {

    private final EntityManager entityManager;
    private final TransactionSynchronizationRegistry transaction;

    EventLocks(EntityManager entityManager, TransactionSynchronizationRegistry transaction) {
        this.entityManager = entityManager;
        this.transaction = transaction;
    }

    /** Name of the lock for a family of categories in a country. */
    public static String key(String family, String country) {
        return "event/" + family + "/" + country;
    }

    /**
     * Waits for the locks and holds them until the end of the transaction. Sorted, so that two transactions that want
     * the same two never wait for each other. Asking again for locks that the transaction holds costs nothing.
     */
    public void acquire(String... keys) {
        Set<String> missing = new TreeSet<>(List.of(keys));
        missing.removeAll(held());
        missing.forEach(key -> entityManager
                .createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:key, 0)) as text)")
                .setParameter("key", key)
                .getSingleResult());
        held().addAll(missing);
    }

    @SuppressWarnings("unchecked")
    private Set<String> held() {
        var held = (Set<String>) transaction.getResource(EventLocks.class);
        if (held == null) {
            held = new HashSet<>();
            transaction.putResource(EventLocks.class, held);
        }
        return held;
    }
}
