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
 * that a country has a part in, which is what the matcher looks through. Whoever holds any of them shares one lock more,
 * which a report whose state is not known takes alone: it may belong to an event of any country.
 */
@ApplicationScoped
public class EventLocks {

    private static final String ALL = "event/";

    private final EntityManager entityManager;
    private final TransactionSynchronizationRegistry transaction;

    EventLocks(EntityManager entityManager, TransactionSynchronizationRegistry transaction) {
        this.entityManager = entityManager;
        this.transaction = transaction;
    }

    /** Name of the lock for events of a country; {@code ZZ} stands for all of them. */
    public static String key(String country) {
        return country.equals(ReportFacts.UNKNOWN_COUNTRY) ? ALL : ALL + country;
    }

    /**
     * Waits for the locks and holds them until the end of the transaction. Sorted, so that two transactions that want
     * the same two never wait for each other. Asking again for locks that the transaction holds costs nothing.
     */
    public void acquire(String... keys) {
        Set<String> missing = new TreeSet<>(List.of(keys));
        missing.removeAll(held());
        if (missing.isEmpty()) {
            return;
        }
        if (!missing.contains(ALL) && !held().contains(ALL)) {
            take("pg_advisory_xact_lock_shared", ALL);
        }
        // Sorted, so that the lock for all comes first.
        missing.forEach(key -> take("pg_advisory_xact_lock", key));
        held().addAll(missing);
    }

    private void take(String function, String key) {
        entityManager
                .createNativeQuery("select cast(" + function + "(hashtextextended(:key, 0)) as text)")
                .setParameter("key", key)
                .getSingleResult();
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
