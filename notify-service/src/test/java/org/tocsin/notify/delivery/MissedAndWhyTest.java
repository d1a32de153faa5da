package org.tocsin.notify.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.tocsin.notify.testing.Alerts;
import org.tocsin.notify.testing.Api;
import org.tocsin.notify.testing.MailServerPort;
import org.tocsin.notify.testing.ReceivedMail;
import org.tocsin.notify.testing.ServiceTest;
import org.tocsin.platform.testing.MutableClock;
import org.tocsin.platform.testing.TocsinStack;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What comes after a stop, what a cap holds back, and why something did or did not arrive. */
@QuarkusTest
@WithTestResource(TocsinStack.class)
@WithTestResource(MailServerPort.class)
class MissedAndWhyTest extends ServiceTest {

    @Inject
    MutableClock clock;

    @Test
    void whatWasMissedWhileItWasStoppedComesWhenItIsResumed() {
        UUID subscription = Api.id(Api.webhook(organisation, receiver.url("/hook"), onlyThisAlert()));
        receiver.status(410);
        alert.publish("opened", 1);
        await().until(() -> state(subscription), "DISABLED"::equals);
        alert.publish("updated", 2);
        alert.publish("updated", 3);
        awaitSeen(3);

        receiver.status(204);
        setState(subscription, "ACTIVE");
        assertThat(receiver.await(2).get(1).text()).contains("\"version\":3");
        // The receiver has it a moment before the ledger says so.
        await().untilAsserted(() -> assertThat(Api.admin()
                        .get("/api/v1/deliveries?subscription=" + subscription)
                        .jsonPath()
                        .getList("items.status"))
                .doesNotContain("PENDING"));
        assertThat(receiver.received()).hasSize(2);
    }

    @Test
    void anAdminLearnsWhyAnAlertDidNotArrive() {
        UUID other =
                Api.id(Api.webhook(organisation, receiver.url("/other"), Map.of("categories", List.of("NOTHING"))));
        UUID paused = Api.id(Api.webhook(organisation, receiver.url("/paused"), onlyThisAlert()));
        setState(paused, "PAUSED");
        UUID good = Api.id(Api.webhook(organisation, receiver.url("/good"), onlyThisAlert()));
        alert.publish("opened", 1);
        receiver.await(1);
        await().until(() -> why(good).getBoolean("reached"));
        UUID late = Api.id(Api.webhook(organisation, receiver.url("/late"), onlyThisAlert()));

        assertThat(why(good).getString("answer")).startsWith("It was delivered");
        assertThat(why(other).getString("answer")).startsWith("The filter did not want");
        assertThat(why(other).getString("versions[0].reasons[0].text")).contains("NOTHING");
        assertThat(why(paused).getString("answer")).contains("PAUSED");
        assertThat(why(late).getString("answer")).startsWith("The subscription did not exist yet");
        Api.admin()
                .get("/api/v1/deliveries/why?alert=" + UUID.randomUUID() + "&subscription=" + good)
                .then()
                .statusCode(200)
                .body("versions", Matchers.empty());
        Api.admin().get("/api/v1/deliveries/why?alert=" + alert.id()).then().statusCode(400);
        Api.partner(Api.organisation())
                .get("/api/v1/deliveries/why?alert=" + alert.id() + "&subscription=" + good)
                .then()
                .statusCode(404);
    }

    @Test
    void aCapHoldsBackSaysSoAndSendsTheRestTheNextDay() {
        Alerts second = new Alerts(topic);
        Alerts third = new Alerts(topic);
        UUID subscription = Api.id(Api.subscribe(Map.of(
                "organisation",
                organisation,
                "channel",
                Map.of("type", "email", "address", address),
                "filter",
                Map.of("categories", List.of(alert.category(), second.category(), third.category())),
                "delivery",
                Map.of("mode", "immediate", "dailyCap", 1),
                "confirmed",
                true)));
        alert.publish("opened", 1);
        mailServer.await(address, 1);
        await().until(() -> statuses(subscription).equals(List.of("DELIVERED")));
        second.publish("opened", 1);
        third.publish("opened", 1);
        await().until(() -> details(subscription).stream()
                        .filter("The daily cap is reached"::equals)
                        .count()
                == 2);
        assertThat(mailServer.to(address)).hasSize(1);

        alert.publish("escalated", 2);
        ReceivedMail escalation =
                mailServer.awaitOne(address, mail -> mail.subject().startsWith("Escalated"));
        assertThat(escalation.text()).contains("Waiting because of your limit of 1 mails a day: 2");

        clock.advance(Duration.ofHours(24));
        await().until(() -> {
            clock.advance(Duration.ofSeconds(1));
            return mailServer.to(address).size() == 3;
        });
        ReceivedMail rest = mailServer.to(address).get(2);
        assertThat(rest.text()).contains("held back by your limit of 1 mails a day: 2");
        await().until(() -> statuses(subscription).stream().allMatch("DELIVERED"::equals));
    }

    @Test
    void aCapIsForMailOnly() {
        Api.admin()
                .body(Map.of(
                        "organisation",
                        organisation,
                        "channel",
                        Map.of("type", "webhook", "url", receiver.url("/hook")),
                        "delivery",
                        Map.of("dailyCap", 3)))
                .post("/api/v1/subscriptions")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", Matchers.equalTo("/delivery/dailyCap"));
    }

    private JsonPath why(UUID subscription) {
        return Api.admin()
                .get("/api/v1/deliveries/why?alert=" + alert.id() + "&subscription=" + subscription)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void awaitSeen(int version) {
        UUID any = Api.id(Api.webhook(organisation, receiver.url("/any"), Map.of("categories", List.of("NOTHING"))));
        await().until(() -> why(any).getList("versions").size() == version);
    }

    private void setState(UUID subscription, String state) {
        var present = Api.admin().get("/api/v1/subscriptions/" + subscription).jsonPath();
        Api.admin()
                .body(Map.of(
                        "channel", Map.of("type", "webhook", "url", present.getString("channel.url")),
                        "filter", onlyThisAlert(),
                        "state", state))
                .put("/api/v1/subscriptions/" + subscription)
                .then()
                .statusCode(200);
    }

    private static List<String> statuses(UUID subscription) {
        return Api.admin()
                .get("/api/v1/deliveries?subscription=" + subscription)
                .jsonPath()
                .getList("items.status");
    }

    private static List<String> details(UUID subscription) {
        return Api.admin()
                .get("/api/v1/deliveries?subscription=" + subscription)
                .jsonPath()
                .getList("items.detail");
    }

    private static String state(UUID subscription) {
        return Api.admin()
                .get("/api/v1/subscriptions/" + subscription)
                .jsonPath()
                .getString("state");
    }
}
