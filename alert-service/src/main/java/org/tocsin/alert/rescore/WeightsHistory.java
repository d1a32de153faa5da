package org.tocsin.alert.rescore;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.tocsin.alert.score.ScoreWeights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.StartupEvent;

/** Remembers every set of constants that scored an alert here, so that an old score can still be explained. */
@ApplicationScoped
class WeightsHistory {

    private final EntityManager entityManager;
    private final ObjectMapper json;
    private final ScoreWeights weights;
    private final Clock clock;

    WeightsHistory(EntityManager entityManager, ObjectMapper json, ScoreWeights weights, Clock clock) {
        this.entityManager = entityManager;
        this.json = json;
        this.weights = weights;
        this.clock = clock;
    }

    @Transactional
    void remember(@Observes StartupEvent event) throws JsonProcessingException {
        entityManager
                .createNativeQuery("INSERT INTO score_weights (version, constants, first_used_at) "
                        + "VALUES (:version, CAST(:constants AS jsonb), :now) ON CONFLICT DO NOTHING")
                .setParameter("version", weights.version())
                .setParameter("constants", json.writeValueAsString(weights.constants()))
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** All sets, the latest first. */
    @Transactional
    List<UsedWeights> all() {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entityManager
                .createNativeQuery("SELECT version, CAST(constants AS text), first_used_at FROM score_weights "
                        + "ORDER BY first_used_at DESC, version")
                .getResultList();
        return rows.stream()
                .map(row -> new UsedWeights(
                        (String) row[0], row[0].equals(weights.version()), (Instant) row[2], constants((String)
                                row[1])))
                .toList();
    }

    private Map<String, Double> constants(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("constants were written as JSON", e);
        }
    }

    /**
     * A set of constants.
     *
     * @param current whether alerts are scored by it now
     */
    record UsedWeights(String version, boolean current, Instant firstUsedAt, Map<String, Double> constants) {}
}
