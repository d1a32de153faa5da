package org.tocsin.alert.alert;

import java.util.Arrays;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * Locks of the database that keep two consumers from opening two alerts for one event. One lock stands for all events
 * of one family of categories in one country, which is what the matcher looks through.
 */
@ApplicationScoped
public class EventLocks {

    private final EntityManager entityManager;

    EventLocks(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Name of the lock for a family of categories in a country. */
    public static String key(String family, String country) {
        return "event/" + family + "/" + country;
    }

    /**
     * Waits for the locks and holds them until the end of the transaction. Sorted, so that two transactions that want
     * the same two never wait for each other.
     */
    public void acquire(String... keys) {
        Arrays.stream(keys).distinct().sorted().forEach(key -> entityManager
                .createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:key, 0)) as text)")
                .setParameter("key", key)
                .getSingleResult());
    }
}
