package org.tocsin.platform.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.tocsin.platform.testing.TocsinStack;
import org.tocsin.platform.trial.TrialService;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(TocsinStack.class)
@TestProfile(TrialService.class)
class OutboxGaugesTest {

    @Inject
    OutboxGauges gauges;

    @Inject
    MeterRegistry meters;

    @Inject
    AgroalDataSource dataSource;

    @Test
    void theBacklogAndItsAgeAreShown() {
        QuarkusTransaction.begin();
        // Rolled back, so that the relay never sees it; the measurement joins the transaction and does.
        try {
            addRowOf90SecondsAgo();
            Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                gauges.measure();
                assertThat(gauge("tocsin.outbox.backlog")).isGreaterThanOrEqualTo(1);
                assertThat(gauge("tocsin.outbox.oldest.age")).isBetween(90.0, 900.0);
            });
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void anEmptyOutboxHasNoAge() {
        Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            gauges.measure();
            assertThat(gauge("tocsin.outbox.backlog")).isZero();
            assertThat(gauge("tocsin.outbox.oldest.age")).isZero();
        });
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    private void addRowOf90SecondsAgo() {
        try (Connection connection = dataSource.getConnection();
                Statement insert = connection.createStatement()) {
            insert.executeUpdate(
                    """
                    INSERT INTO outbox (lane, topic, headers, created_at)
                    VALUES (0, 'trials', '{}', clock_timestamp() - interval '90 seconds')""");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
