package org.tocsin.alert.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.hibernate.Session;

/** The connection of the running transaction. */
@ApplicationScoped
class SessionConnections implements EventArchive.Connections {

    private final EntityManager entityManager;
    private final TransactionSynchronizationRegistry transaction;

    SessionConnections(EntityManager entityManager, TransactionSynchronizationRegistry transaction) {
        this.entityManager = entityManager;
        this.transaction = transaction;
    }

    @Override
    public <T> T use(EventArchive.Work<T> work) {
        // What Hibernate still holds back must be seen by SQL that it does not know.
        entityManager.flush();
        return entityManager.unwrap(Session.class).doReturningWork(connection -> {
            prepare(connection);
            return work.on(connection);
        });
    }

    /**
     * The queries of the archive have one good plan each, and planning them for every signal's values took as long as
     * carrying them out. Once for all signals of a transaction.
     */
    private void prepare(Connection connection) throws SQLException {
        if (transaction.getResource(SessionConnections.class) == null) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET LOCAL plan_cache_mode = force_generic_plan");
            }
            transaction.putResource(SessionConnections.class, true);
        }
    }
}
