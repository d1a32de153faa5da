package org.tocsin.alert.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.hibernate.Session;

/** The connection of the running transaction. */
@ApplicationScoped
class SessionConnections implements EventArchive.Connections {

    private final EntityManager entityManager;

    SessionConnections(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public <T> T use(EventArchive.Work<T> work) {
        // What Hibernate still holds back must be seen by SQL that it does not know.
        entityManager.flush();
        return entityManager.unwrap(Session.class).doReturningWork(work::on);
    }
}
