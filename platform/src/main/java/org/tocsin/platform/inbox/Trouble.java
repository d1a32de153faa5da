package org.tocsin.platform.inbox;

import java.sql.SQLException;
import java.util.Set;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;

import org.jspecify.annotations.Nullable;
import org.tocsin.platform.event.InvalidEventException;

import io.quarkus.narayana.jta.QuarkusTransactionException;

/** What kind of failure an exception tells of, and so whether trying again can help. */
enum Trouble {

    /** The database is away, full or shutting down. No event is to blame: try until it is back. */
    OUTAGE,
    /** A transaction lost against another one. Trying again soon mostly helps, but not for ever. */
    CONTENTION,
    /** The event, or our handling of it, is at fault. Trying again changes nothing. */
    PERMANENT;

    private static final int MAX_DEPTH = 10;

    /** Connection exception, insufficient resources (disk full too), operator intervention, system error. */
    private static final Set<String> OUTAGE_CLASSES = Set.of("08", "53", "57", "58");

    /** Read-only after a failover, and a session that was ended for idling within its transaction. */
    private static final Set<String> OUTAGE_STATES = Set.of("25006", "25P03");

    /** Lock not available; query cancelled, which is what a statement timeout looks like. */
    private static final Set<String> CONTENTION_STATES = Set.of("55P03", "57014");

    static Trouble of(Throwable failure) {
        Trouble trouble = search(failure, 0);
        if (trouble != null) {
            return trouble;
        }
        return isFailedCommit(failure) ? CONTENTION : PERMANENT;
    }

    /** The outcome of a commit can be unknown. Trying again is safe then: what was committed is known to the inbox. */
    private static boolean isFailedCommit(Throwable failure) {
        return failure instanceof QuarkusTransactionException
                && (failure.getCause() instanceof RollbackException
                        || failure.getCause() instanceof HeuristicMixedException
                        || failure.getCause() instanceof HeuristicRollbackException
                        || failure.getCause() instanceof SystemException);
    }

    /** The transaction manager reports some failures of a commit as suppressed ones. */
    private static @Nullable Trouble search(Throwable failure, int depth) {
        if (depth > MAX_DEPTH) {
            return null;
        }
        Trouble trouble = ofOne(failure);
        if (trouble == null && failure.getCause() != null) {
            trouble = search(failure.getCause(), depth + 1);
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            if (trouble == null) {
                trouble = search(suppressed, depth + 1);
            }
        }
        return trouble;
    }

    private static @Nullable Trouble ofOne(Throwable failure) {
        if (failure instanceof InvalidEventException) {
            return PERMANENT;
        }
        if (failure instanceof OptimisticLockException
                || failure instanceof PessimisticLockException
                || failure instanceof LockTimeoutException) {
            return CONTENTION;
        }
        return failure instanceof SQLException sql ? ofState(sql.getSQLState()) : null;
    }

    /** See PostgreSQL's appendix A. The connection pool reports without a state that it has no connection to give. */
    private static Trouble ofState(@Nullable String state) {
        if (state == null || state.length() != 5) {
            return OUTAGE;
        }
        if (CONTENTION_STATES.contains(state) || state.startsWith("40")) {
            return CONTENTION;
        }
        if (OUTAGE_STATES.contains(state) || OUTAGE_CLASSES.contains(state.substring(0, 2))) {
            return OUTAGE;
        }
        return PERMANENT;
    }
}
