package org.tocsin.alert.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Where else the matcher must look for an alert that was given reports of another one. */
@ApplicationScoped
class AdoptionRepository {

    private static final String ADOPT =
            """
            INSERT INTO alert_adoption (family, country, alert_id)
            SELECT family, country, :adopter FROM (
                SELECT family, country FROM alert WHERE id = :origin
                UNION SELECT family, country FROM alert_adoption WHERE alert_id = :origin) origin
            WHERE (family, country) <> (:family, :country)
            ON CONFLICT DO NOTHING
            """;

    private final EntityManager entityManager;

    AdoptionRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Later reports of where the origin is looked for may belong to the adopter. Both must be in the database. */
    void adopt(Alert adopter, Alert origin) {
        entityManager
                .createNativeQuery(ADOPT)
                .setParameter("adopter", adopter.id())
                .setParameter("origin", origin.id())
                .setParameter("family", adopter.family())
                .setParameter("country", adopter.country())
                .executeUpdate();
    }
}
