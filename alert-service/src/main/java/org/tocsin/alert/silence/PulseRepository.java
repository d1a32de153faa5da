package org.tocsin.alert.silence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** When signals came, and the pauses between them. */
@ApplicationScoped
@Transactional
class PulseRepository {

    private static final String LAST =
            "SELECT max(received_at) FROM inbox WHERE topic = 'signals' AND received_at > :after";

    private static final String KEEP =
            """
            INSERT INTO pulse (day, longest_pause_seconds) VALUES (:day, :seconds)
            ON CONFLICT (day) DO UPDATE
                SET longest_pause_seconds = greatest(pulse.longest_pause_seconds, excluded.longest_pause_seconds)
            """;

    private static final String PAUSES =
            "SELECT longest_pause_seconds FROM pulse WHERE day >= :from AND day < :to ORDER BY day";

    private final EntityManager entityManager;

    PulseRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** When the last signal after an instant came. */
    Optional<Instant> last(Instant after) {
        return Optional.ofNullable((Instant) entityManager
                .createNativeQuery(LAST, Instant.class)
                .setParameter("after", after)
                .getSingleResult());
    }

    void keep(LocalDate day, Duration pause) {
        entityManager
                .createNativeQuery(KEEP)
                .setParameter("day", day)
                .setParameter("seconds", pause.toSeconds())
                .executeUpdate();
    }

    /** The longest pauses of the days from {@code from} until before {@code to}. */
    List<Duration> pauses(LocalDate from, LocalDate to) {
        @SuppressWarnings("unchecked")
        List<Long> seconds = entityManager
                .createNativeQuery(PAUSES, Long.class)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList();
        return seconds.stream().map(Duration::ofSeconds).toList();
    }
}
