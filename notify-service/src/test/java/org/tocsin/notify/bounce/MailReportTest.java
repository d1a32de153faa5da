package org.tocsin.notify.bounce;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.notify.testing.Api;
import org.tocsin.notify.testing.MailServerPort;
import org.tocsin.notify.testing.ReceivedMail;
import org.tocsin.notify.testing.ServiceTest;
import org.tocsin.platform.testing.TocsinStack;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tocsin.notify.testing.Api.awaitDelivery;

/** Mails that come back and complaints, posted as the messages that tell of them. */
@QuarkusTest
@WithTestResource(TocsinStack.class)
@WithTestResource(MailServerPort.class)
class MailReportTest extends ServiceTest {

    private UUID subscription;
    private UUID delivery;
    private String contact;

    @BeforeEach
    void deliver() {
        contact = "contact-" + UUID.randomUUID() + "@example.org";
        Api.admin()
                .body(Map.of(
                        "name",
                        "Organisation " + UUID.randomUUID(),
                        "contacts",
                        List.of(Map.of("name", "Duty desk", "email", contact))))
                .put("/api/v1/organisations/" + organisation)
                .then()
                .statusCode(200);
        subscription = Api.email(organisation, address, onlyThisAlert());
        alert.publish("opened", 1);
        delivery = UUID.fromString(Api.awaitDeliveryOf(subscription));
        awaitDelivery(delivery.toString(), "DELIVERED");
    }

    @Test
    void aHardBounceStopsTheSubscriptionAndTellsTheContacts() {
        post(Reports.bounce(delivery, "failed", "5.1.1")).statusCode(202).body("kind", Matchers.equalTo("HARD_BOUNCE"));
        assertThat(state()).isEqualTo("DISABLED");
        assertThat(Api.delivery(delivery.toString()).getString("status")).isEqualTo("FAILED");
        ReceivedMail notice = mailServer.await(contact, 1).get(0);
        assertThat(notice.text()).contains("comes back");

        post(Reports.bounce(delivery, "failed", "5.1.1")).statusCode(202);
        alert.publish("updated", 2);
        Api.admin()
                .body(Map.of(
                        "channel",
                        Map.of("type", "email", "address", address),
                        "filter",
                        onlyThisAlert(),
                        "confirmed",
                        true,
                        "state",
                        "ACTIVE"))
                .put("/api/v1/subscriptions/" + subscription)
                .then()
                .statusCode(200);
        await().until(() -> mailServer.to(address).size() == 2);
        assertThat(mailServer.to(contact)).hasSize(1);
    }

    @Test
    void aComplaintEndsTheSubscription() {
        post(Reports.complaint(delivery)).statusCode(202);
        assertThat(state()).isEqualTo("UNSUBSCRIBED");
        assertThat(mailServer.await(contact, 1).get(0).text()).contains("unwanted");
    }

    @ParameterizedTest
    @CsvSource({
        "failed,5.2.2,SOFT_BOUNCE",
        "failed,5.7.1,SOFT_BOUNCE",
        "failed,4.4.7,SOFT_BOUNCE",
        "delayed,4.4.1,PROGRESS"
    })
    void whatMayRecoverStopsNothing(String action, String status, String kind) {
        post(Reports.bounce(delivery, action, status)).statusCode(202).body("kind", Matchers.equalTo(kind));
        assertThat(state()).isEqualTo("ACTIVE");
    }

    @Test
    void whatIsNoReportIsRefusedAndChangesNothing() {
        post(Reports.letter()).statusCode(400);
        post(new byte[0]).statusCode(400);
        post("Content-Type: multipart/report; boundary=x\r\n\r\n--x\r\nbroken".getBytes(StandardCharsets.UTF_8))
                .statusCode(400);
        post(Reports.bounce(UUID.randomUUID(), "failed", "5.1.1")).statusCode(202);
        Api.partner(organisation)
                .contentType("message/rfc822")
                .body(Reports.complaint(delivery))
                .post("/api/v1/mail-reports")
                .then()
                .statusCode(403);
        assertThat(state()).isEqualTo("ACTIVE");
    }

    private static ValidatableResponse post(byte[] message) {
        return Api.admin()
                .contentType("message/rfc822")
                .body(message)
                .post("/api/v1/mail-reports")
                .then();
    }

    private String state() {
        return Api.admin()
                .get("/api/v1/subscriptions/" + subscription)
                .jsonPath()
                .getString("state");
    }
}
