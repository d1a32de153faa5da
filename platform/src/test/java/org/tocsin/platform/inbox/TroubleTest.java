package org.tocsin.platform.inbox;

import java.sql.SQLException;
import java.util.stream.Stream;

import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.platform.event.InvalidEventException;

import io.quarkus.narayana.jta.QuarkusTransactionException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class TroubleTest {

    @ParameterizedTest
    @CsvSource({
        "08006, OUTAGE", // connection failure
        "08003, OUTAGE", // connection does not exist
        "53100, OUTAGE", // disk full
        "53300, OUTAGE", // too many connections
        "57P01, OUTAGE", // administrator shutdown
        "57P03, OUTAGE", // still starting
        "58030, OUTAGE", // input/output error
        "25006, OUTAGE", // read-only after a failover
        ", OUTAGE", // the pool has no connection to give
        "40001, CONTENTION", // serialization failure
        "40P01, CONTENTION", // deadlock
        "55P03, CONTENTION", // lock not available
        "57014, CONTENTION", // statement timeout
        "23505, PERMANENT", // unique violation
        "22021, PERMANENT", // character not in repertoire
        "42P01, PERMANENT" // undefined table
    })
    void theSqlStateTells(String state, Trouble expected) {
        SQLException failure = new SQLException("words", state);

        assertThat(Trouble.of(new IllegalStateException(failure))).isEqualTo(expected);
        RuntimeException suppressing = new IllegalStateException("commit");
        suppressing.addSuppressed(failure);
        assertThat(Trouble.of(suppressing)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("others")
    void soDoesTheException(Throwable failure, Trouble expected) {
        assertThat(Trouble.of(failure)).isEqualTo(expected);
    }

    static Stream<Arguments> others() {
        return Stream.of(
                arguments(new InvalidEventException("bad"), Trouble.PERMANENT),
                arguments(new NullPointerException(), Trouble.PERMANENT),
                arguments(new IllegalStateException(new OptimisticLockException()), Trouble.CONTENTION),
                arguments(new QuarkusTransactionException(new RollbackException("?")), Trouble.CONTENTION),
                arguments(new QuarkusTransactionException(new NullPointerException()), Trouble.PERMANENT));
    }
}
