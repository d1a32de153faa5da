package org.tocsin.notify.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.tocsin.notify.store.Sql;
import org.tocsin.notify.testing.Alerts;
import org.tocsin.notify.testing.Api;
import org.tocsin.notify.testing.MailServerPort;
import org.tocsin.notify.testing.ServiceTest;
import org.tocsin.notify.testing.WebhookReceiver;
import org.tocsin.platform.testing.TocsinStack;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import static org.assertj.core.api.Assertions.assertThat;

/** Many alerts in one transaction are owed what each of them is owed alone; the batch is given over as Kafka does. */
@QuarkusTest
@WithTestResource(TocsinStack.class)
@WithTestResource(MailServerPort.class)
class AlertBatchTest extends ServiceTest {

    @Inject
    AlertConsumer consumer;

    @Inject
    Sql sql;

    private final List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>();

    @Test
    void versionsOfSeveralAlertsInOneBatchKeepTheirOrderAndTheEscalation() {
        Alerts other = new Alerts(topic);
        Api.webhook(
                organisation, receiver.url("/hook"), Map.of("categories", List.of(alert.category(), other.category())));
        add(alert, "opened", 1);
        add(other, "opened", 1);
        add(alert, "updated", 2);
        add(alert, "escalated", 3);
        add(other, "closed", 2);

        consume();

        List<WebhookReceiver.Received> received = receiver.await(5);
        assertThat(typesOf(alert, received)).containsExactly("alert.opened", "alert.updated", "alert.escalated");
        assertThat(typesOf(other, received)).containsExactly("alert.opened", "alert.closed");
    }

    /** Who was told of an alert is told of its end, which their filter does not match, though both came in one batch. */
    @Test
    void whatIsOwedOfALaterVersionDependsOnTheEarlierOneOfTheSameBatch() {
        UUID subscription = Api.id(Api.webhook(
                organisation,
                receiver.url("/hook"),
                Map.of("categories", List.of(alert.category()), "minSeverity", 50)));
        Alerts silent = new Alerts(topic);
        add(alert, "opened", 1, 80);
        add(silent, "opened", 1, 80);
        add(alert, "closed", 2, 10);

        consume();

        receiver.await(2);
        assertThat(versionsOwed(subscription)).containsExactly(1, 2);
    }

    @Test
    void theSameVersionTwiceInABatchIsOwedOnce() {
        UUID subscription = Api.id(Api.webhook(organisation, receiver.url("/hook"), onlyThisAlert()));
        add(alert, "opened", 1);
        add(alert, "opened", 1);
        add(alert, "updated", 2);

        consume();
        consume();

        receiver.await(2);
        assertThat(versionsOwed(subscription)).containsExactly(1, 2);
    }

    /** The batch fails in its middle, after everything before was read; nothing of it may stay half done. */
    @Test
    void aBadEventInTheMiddleTakesNobodyWithIt() {
        UUID subscription = Api.id(Api.webhook(organisation, receiver.url("/hook"), onlyThisAlert()));
        add(alert, "opened", 1);
        add(alert, "updated", 2);
        String bad = add("org.tocsin.alert.updated.v1", "{\"alert\":{\"id\":\"none\"}}");
        add(alert, "escalated", 3);

        consume();

        assertThat(typesOf(alert, receiver.await(3)))
                .containsExactly("alert.opened", "alert.updated", "alert.escalated");
        assertThat(versionsOwed(subscription)).containsExactly(1, 2, 3);
        assertThat(inbox(bad)).as("the bad event is no handled one").isZero();
    }

    /** The batch fails in the database, after the versions before were written: what is refused costs no other its row. */
    @Test
    void aBatchThatTheDatabaseRefusesIsTakenOneByOne() {
        UUID subscription = Api.id(Api.webhook(organisation, receiver.url("/hook"), onlyThisAlert()));
        sql.update(
                """
                create or replace function refuse_version() returns trigger language plpgsql as $$
                begin raise exception 'refused' using errcode = '22000'; end $$
                """);
        sql.update(
                """
                create trigger refuse_version before insert on delivery for each row
                when (new.alert_id = '%s' and new.alert_version = 2) execute function refuse_version()
                """
                        .formatted(alert.id()));
        try {
            add(alert, "opened", 1);
            String refused = add(alert, "updated", 2);
            add(alert, "escalated", 3);

            consume();

            receiver.await(2);
            assertThat(versionsOwed(subscription)).containsExactly(1, 3);
            assertThat(inbox(refused)).isZero();
        } finally {
            sql.update("drop trigger refuse_version on delivery");
            sql.update("drop function refuse_version()");
        }
    }

    private String add(Alerts alerts, String kind, int version) {
        return add("org.tocsin.alert." + kind + ".v1", alerts.json(kind, version, ignored -> {}));
    }

    private void add(Alerts alerts, String kind, int version, int severity) {
        add("org.tocsin.alert." + kind + ".v1", alerts.json(kind, version, json -> json.put("severity", severity)));
    }

    private String add(String type, String json) {
        String id = UUID.randomUUID().toString();
        RecordHeaders headers = new RecordHeaders();
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id,
                        "ce_type",
                        type,
                        "ce_source",
                        "/tocsin/test",
                        "ce_time",
                        Instant.now().toString(),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        byte[] value = json.getBytes(StandardCharsets.UTF_8);
        batch.add(new ConsumerRecord<>(
                "alerts",
                0,
                batch.size(),
                0,
                TimestampType.CREATE_TIME,
                0,
                value.length,
                "k",
                value,
                headers,
                Optional.empty()));
        return id;
    }

    private void consume() {
        consumer.consume(new ConsumerRecords<>(Map.of(new TopicPartition("alerts", 0), List.copyOf(batch)), Map.of()));
    }

    private List<Integer> versionsOwed(UUID subscription) {
        return sql.list(
                "select alert_version from delivery where subscription_id = ? order by alert_version, id",
                row -> row.integer("alert_version"),
                subscription);
    }

    private int inbox(String event) {
        return sql.list("select 1 from inbox where event_id = ?", row -> 1, event)
                .size();
    }

    private static List<String> typesOf(Alerts alerts, List<WebhookReceiver.Received> received) {
        return received.stream()
                .map(webhook -> JsonPath.from(webhook.text()))
                .filter(body -> body.getString("data.id").equals(alerts.id().toString()))
                .map(body -> body.getString("type"))
                .toList();
    }
}
