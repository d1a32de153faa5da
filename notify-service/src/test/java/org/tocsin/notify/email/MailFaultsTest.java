package org.tocsin.notify.email;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.subethamail.smtp.RejectException;
import org.tocsin.notify.testing.Api;
import org.tocsin.notify.testing.MailServer;
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
import static org.tocsin.notify.testing.Api.awaitDelivery;

/** Mail servers that put off, refuse or are down. */
@QuarkusTest
@WithTestResource(TocsinStack.class)
@WithTestResource(MailServerPort.class)
class MailFaultsTest extends ServiceTest {

    @Inject
    MutableClock clock;

    @Test
    void greylistingIsWaitedFor() {
        UUID subscription = Api.email(organisation, address, onlyThisAlert());
        AtomicInteger calls = new AtomicInteger();
        mailServer.behave(new MailServer.Behaviour() {
            @Override
            public void recipient(String recipient) throws RejectException {
                if (recipient.equals(address) && calls.incrementAndGet() == 1) {
                    throw new RejectException(450, "come back later");
                }
            }
        });
        alert.publish("opened", 1);

        // Another test may have left a connection to a server that was restarted: then that try fails first, and the
        // one after the greylisting is a later one of the schedule.
        await().until(() -> {
            clock.advance(Duration.ofSeconds(1));
            return !mailServer.to(address).isEmpty();
        });
        ReceivedMail mail = mailServer.to(address).get(0);
        JsonPath delivery = awaitDelivery(Api.awaitDeliveryOf(subscription), "DELIVERED");
        assertThat(delivery.getList("history.outcome")).containsSubsequence("TEMPORARY", "DELIVERED");
        assertThat(mail.header("Message-ID")).contains(delivery.getString("id"));
    }

    @Test
    void aRefusedAddressIsNotTriedAgainAndEndsTheSubscription() {
        UUID subscription = Api.email(organisation, address, onlyThisAlert());
        mailServer.behave(new MailServer.Behaviour() {
            @Override
            public void recipient(String recipient) throws RejectException {
                throw new RejectException(550, "no such user " + recipient);
            }
        });
        alert.publish("opened", 1);

        JsonPath delivery = awaitDelivery(Api.awaitDeliveryOf(subscription), "FAILED");
        assertThat(delivery.getInt("history[0].code")).isEqualTo(550);
        assertThat(delivery.getString("history[0].detail")).doesNotContain(address);
        await().until(
                        () -> Api.admin()
                                .get("/api/v1/subscriptions/" + subscription)
                                .jsonPath()
                                .getString("state"),
                        "DISABLED"::equals);
    }

    @Test
    void aServerThatIsDownLosesNothing() {
        mailServer.stop();
        UUID subscription = Api.email(organisation, address, onlyThisAlert());
        alert.publish("opened", 1);
        String id = Api.awaitDeliveryOf(subscription);
        await().until(() -> Api.delivery(id).getString("history[0].outcome"), "UNREACHABLE"::equals);
        assertThat(Api.delivery(id).getString("status")).isEqualTo("PENDING");

        mailServer.start();
        mailServer.await(address, 1);
        awaitDelivery(id, "DELIVERED");
    }

    @Test
    void aRefusedContentIsGivenUpButNotTheAddress() {
        UUID subscription = Api.email(organisation, address, onlyThisAlert());
        mailServer.behave(new MailServer.Behaviour() {
            @Override
            public void data() throws RejectException {
                throw new RejectException(554, "looks like spam");
            }
        });
        alert.publish("opened", 1);

        awaitDelivery(Api.awaitDeliveryOf(subscription), "FAILED");
        assertThat(Api.admin()
                        .get("/api/v1/subscriptions/" + subscription)
                        .jsonPath()
                        .getString("state"))
                .isEqualTo("ACTIVE");
    }
}
