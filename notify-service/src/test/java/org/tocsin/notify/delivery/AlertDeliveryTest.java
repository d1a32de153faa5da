package org.tocsin.notify.delivery;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.tocsin.notify.testing.Api;
import org.tocsin.notify.testing.MailServerPort;
import org.tocsin.notify.testing.ReceivedMail;
import org.tocsin.notify.testing.ServiceTest;
import org.tocsin.notify.testing.WebhookReceiver;
import org.tocsin.platform.testing.TocsinStack;

import com.standardwebhooks.Webhook;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.notify.testing.Api.awaitDelivery;

/** From an event on the topic to a mail and a verified webhook, over real servers. */
@QuarkusTest
@WithTestResource(TocsinStack.class)
@WithTestResource(MailServerPort.class)
class AlertDeliveryTest extends ServiceTest {

    @Test
    void anAlertBecomesAMailAndAVerifiedWebhook() throws Exception {
        UUID subscription = Api.email(organisation, address, onlyThisAlert());
        JsonPath webhook = Api.webhook(organisation, receiver.url("/hook"), onlyThisAlert());

        alert.publish("opened", 1);

        ReceivedMail mail = mailServer.await(address, 1).get(0);
        assertThat(mail.subject()).isEqualTo("Severe: Iran: at least 29,000 people deported (Zabol)");
        assertThat(mail.recipients()).isEqualTo(1);
        assertThat(mail.html()).contains("at least 29,000 people").contains("Iran expelled more than 29,000 Afghans");
        assertThat(mail.text()).contains("at least 29,000 people").contains("Hirmand Daily");
        assertThat(mail.header("List-Unsubscribe")).contains("/unsubscribe/");
        assertThat(mail.header("List-Id")).contains(subscription.toString());

        WebhookReceiver.Received received = receiver.await(1).get(0);
        Webhook verifier = new Webhook(webhook.getString("secret"));
        verifier.verify(received.text(), HttpHeaders.of(received.headers(), (name, value) -> true));
        JsonPath body = JsonPath.from(received.text());
        assertThat(body.getString("type")).isEqualTo("alert.opened");
        assertThat(body.getString("timestamp")).isEqualTo("2025-07-14T06:24:31Z");
        assertThat(body.getString("data.id")).isEqualTo(alert.id().toString());
        assertThat(body.getInt("data.version")).isEqualTo(1);
        assertThat(new String(received.body(), StandardCharsets.UTF_8)).doesNotContain("\"change\"");
    }

    @Test
    void theSameEventTwiceIsSentOnce() {
        Api.webhook(organisation, receiver.url("/hook"), onlyThisAlert());
        String json = alert.json("opened", 1, ignored -> {});
        String key = alert.id().toString();
        topic.publish("event-" + key, key, "org.tocsin.alert.opened.v1", json);
        topic.publish("event-" + key, key, "org.tocsin.alert.opened.v1", json);
        alert.publish("updated", 2);

        List<WebhookReceiver.Received> received = receiver.await(2);
        assertThat(received).hasSize(2);
        assertThat(received.get(0).text()).contains("alert.opened");
        assertThat(received.get(1).text()).contains("alert.updated");
    }

    @Test
    void versionsComeInOrderAndWithTheirTypes() {
        Api.webhook(organisation, receiver.url("/hook"), onlyThisAlert());
        alert.publish("opened", 1);
        alert.publish("updated", 2);
        alert.publish("escalated", 3);
        alert.publish("closed", 4);
        alert.publish("retracted", 5);

        List<String> types = receiver.await(5).stream()
                .map(webhook -> JsonPath.from(webhook.text()).getString("type"))
                .toList();
        assertThat(types)
                .containsExactly("alert.opened", "alert.updated", "alert.escalated", "alert.closed", "alert.retracted");
    }

    @Test
    void theLedgerTellsWhy() {
        UUID subscription = Api.id(Api.webhook(
                organisation,
                receiver.url("/hook"),
                Map.of("categories", List.of(alert.category()), "minSeverity", 50)));
        alert.publish("opened", 1);
        String id = receiver.await(1).get(0).id();

        JsonPath delivery = awaitDelivery(id, "DELIVERED");
        assertThat(delivery.getString("subscription")).isEqualTo(subscription.toString());
        assertThat(delivery.getString("alert")).isEqualTo(alert.id().toString());
        assertThat(delivery.getList("reasons.field")).containsExactly("category", "severity");
        assertThat(delivery.getString("history[0].outcome")).isEqualTo("DELIVERED");
        assertThat(delivery.getInt("history[0].code")).isEqualTo(200);
        assertThat(delivery.getString("history[0].excerpt")).isEqualTo("ok");
        assertThat(Api.admin()
                        .get("/api/v1/deliveries?alert=" + alert.id())
                        .jsonPath()
                        .getList("items.id"))
                .containsExactly(id);
    }
}
