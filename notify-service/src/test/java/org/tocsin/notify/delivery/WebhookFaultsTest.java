package org.tocsin.notify.delivery;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.tocsin.notify.testing.Alerts;
import org.tocsin.notify.testing.Api;
import org.tocsin.notify.testing.MailServerPort;
import org.tocsin.notify.testing.ServiceTest;
import org.tocsin.notify.testing.WebhookReceiver;
import org.tocsin.notify.testing.WebhookReceiver.Received;
import org.tocsin.platform.testing.TocsinStack;

import com.standardwebhooks.Webhook;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tocsin.notify.testing.Api.awaitDelivery;

/** Receivers that refuse, redirect, hang, flood or are not there. */
@QuarkusTest
@WithTestResource(TocsinStack.class)
@WithTestResource(MailServerPort.class)
class WebhookFaultsTest extends ServiceTest {

    @Test
    void aRetryHasTheSameIdAndBytesAndAFreshSignature() throws Exception {
        String secret = Api.webhook(organisation, receiver.url("/hook"), onlyThisAlert())
                .getString("secret");
        AtomicInteger calls = new AtomicInteger();
        receiver.answer(
                exchange -> WebhookReceiver.respond(exchange, calls.incrementAndGet() == 1 ? 500 : 200, "once more"));
        alert.publish("opened", 1);

        List<Received> received = receiver.await(2);
        assertThat(received.get(1).id()).isEqualTo(received.get(0).id());
        assertThat(received.get(1).body()).isEqualTo(received.get(0).body());
        for (Received one : received) {
            new Webhook(secret).verify(one.text(), HttpHeaders.of(one.headers(), (name, value) -> true));
        }
        JsonPath delivery = awaitDelivery(received.get(0).id(), "DELIVERED");
        assertThat(delivery.getList("history.outcome")).containsExactly("TEMPORARY", "DELIVERED");
        assertThat(delivery.getList("history.code")).containsExactly(500, 200);
    }

    @Test
    void goneEndsTheSubscription() {
        UUID subscription = Api.id(Api.webhook(organisation, receiver.url("/hook"), onlyThisAlert()));
        receiver.status(410);
        alert.publish("opened", 1);

        awaitDelivery(receiver.await(1).get(0).id(), "FAILED");
        await().until(() -> state(subscription), "DISABLED"::equals);
        alert.publish("updated", 2);
        new Alerts(topic).publish("opened", 1);
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void throttlingIsHonoured() {
        Api.webhook(organisation, receiver.url("/hook"), onlyThisAlert());
        receiver.answer(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "3600");
            WebhookReceiver.respond(exchange, 429, "later");
        });
        alert.publish("opened", 1);

        String id = receiver.await(1).get(0).id();
        await().until(() -> Api.delivery(id).getString("history[0].outcome"), "THROTTLED"::equals);
        JsonPath delivery = Api.delivery(id);
        assertThat(delivery.getString("status")).isEqualTo("PENDING");
        assertThat(Instant.parse(delivery.getString("dueAt")))
                .isAfter(Instant.parse(delivery.getString("createdAt")).plusSeconds(3500));
    }

    @Test
    void aRedirectIsAFailureAndIsNotFollowed() {
        try (WebhookReceiver elsewhere = WebhookReceiver.start()) {
            Api.webhook(organisation, receiver.url("/hook"), onlyThisAlert());
            receiver.answer(exchange -> {
                exchange.getResponseHeaders().set("Location", elsewhere.url("/stolen"));
                WebhookReceiver.respond(exchange, 307, "");
            });
            alert.publish("opened", 1);

            String id = receiver.await(1).get(0).id();
            await().until(() -> Api.delivery(id).getString("history[0].outcome"), "TEMPORARY"::equals);
            assertThat(elsewhere.received()).isEmpty();
        }
    }

    @Test
    void aPrivateAddressIsRefused() {
        UUID subscription = Api.id(Api.webhook(organisation, "http://192.168.7.7/hook", onlyThisAlert()));
        alert.publish("opened", 1);

        String id = Api.awaitDeliveryOf(subscription);
        await().until(() -> Api.delivery(id).getString("history[0].outcome"), "REFUSED"::equals);
        assertThat(Api.delivery(id).getString("history[0].detail")).doesNotContain("192.168");
    }

    @Test
    void aReceiverThatHangsOrIsNotThereCostsTheOthersNothing() throws InterruptedException {
        CountDownLatch hang = new CountDownLatch(1);
        try (WebhookReceiver hanging = WebhookReceiver.start()) {
            hanging.answer(exchange -> awaitQuietly(hang));
            Api.webhook(organisation, hanging.url("/hook"), onlyThisAlert());
            UUID dead = Api.id(Api.webhook(organisation, "http://127.0.0.1:1/hook", onlyThisAlert()));
            Api.webhook(organisation, receiver.url("/hook"), onlyThisAlert());
            for (int version = 1; version <= 20; version++) {
                alert.publish("updated", version);
            }
            assertThat(receiver.await(20)).hasSize(20);
            assertThat(hanging.received()).hasSizeLessThanOrEqualTo(1);
            String id = Api.awaitDeliveryOf(dead);
            assertThat(Api.delivery(id).getString("status")).isIn("PENDING", "FOLDED");
        } finally {
            hang.countDown();
        }
    }

    @Test
    void aHugeAnswerIsCutShort() {
        Api.webhook(organisation, receiver.url("/hook"), onlyThisAlert());
        byte[] megabyte = new byte[1 << 20];
        receiver.answer(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (exchange) {
                for (int i = 0; i < 10_000; i++) {
                    exchange.getResponseBody().write(megabyte);
                }
            }
        });
        alert.publish("opened", 1);

        JsonPath delivery = awaitDelivery(receiver.await(1).get(0).id(), "DELIVERED");
        assertThat(delivery.getString("history[0].excerpt")).hasSizeLessThanOrEqualTo(1_000);
    }

    @Test
    void bothSecretsSignDuringARotation() throws Exception {
        JsonPath webhook = Api.webhook(organisation, receiver.url("/hook"), onlyThisAlert());
        String fresh = Api.admin()
                .post("/api/v1/subscriptions/" + webhook.getString("id") + "/secret")
                .jsonPath()
                .getString("secret");
        assertThat(fresh).startsWith("whsec_").isNotEqualTo(webhook.getString("secret"));
        alert.publish("opened", 1);

        Received received = receiver.await(1).get(0);
        for (String secret : List.of(webhook.getString("secret"), fresh)) {
            new Webhook(secret).verify(received.text(), HttpHeaders.of(received.headers(), (name, value) -> true));
        }
    }

    @Test
    void aTestMessageAndARetryComeAtOnce() {
        UUID subscription = Api.id(Api.webhook(organisation, receiver.url("/hook"), onlyThisAlert()));
        receiver.status(500);
        Api.admin()
                .post("/api/v1/subscriptions/" + subscription + "/test")
                .then()
                .statusCode(202);
        String id = receiver.await(1).get(0).id();
        assertThat(receiver.received().get(0).text()).contains("webhook.test");
        await().until(() -> Api.delivery(id).getString("history[0].outcome"), "TEMPORARY"::equals);

        receiver.status(204);
        Api.admin().post("/api/v1/deliveries/" + id + "/retry").then().statusCode(202);
        awaitDelivery(id, "DELIVERED");
        assertThat(receiver.received().get(1).body())
                .isEqualTo(receiver.received().get(0).body());
    }

    @Test
    void whatWasMissedCanBeReplayed() {
        UUID subscription = Api.id(Api.webhook(organisation, receiver.url("/hook"), onlyThisAlert()));
        alert.publish("opened", 1);
        String id = receiver.await(1).get(0).id();
        awaitDelivery(id, "DELIVERED");

        Api.admin()
                .body("{\"since\":\"2020-01-01T00:00:00Z\",\"includeDelivered\":true}")
                .post("/api/v1/subscriptions/" + subscription + "/replay")
                .then()
                .statusCode(202);
        assertThat(receiver.await(2).get(1).id()).isEqualTo(id);
    }

    private static String state(UUID subscription) {
        return Api.admin()
                .get("/api/v1/subscriptions/" + subscription)
                .jsonPath()
                .getString("state");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
