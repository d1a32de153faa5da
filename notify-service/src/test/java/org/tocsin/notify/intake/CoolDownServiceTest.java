package org.tocsin.notify.intake;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.notify.testing.Api;
import org.tocsin.notify.testing.MailServerPort;
import org.tocsin.notify.testing.ReceivedMail;
import org.tocsin.notify.testing.ServiceTest;
import org.tocsin.platform.testing.MutableClock;
import org.tocsin.platform.testing.TocsinStack;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The cool-down over real servers: what waits, what it waits for, and what never does. */
@QuarkusTest
@TestProfile(CoolDownServiceTest.QuarterOfAnHour.class)
@WithTestResource(TocsinStack.class)
@WithTestResource(MailServerPort.class)
class CoolDownServiceTest extends ServiceTest {

    /** What an installation has unless it is told otherwise. */
    public static final class QuarterOfAnHour implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("tocsin.notify.cool-down.email", "15m");
        }
    }

    private static final String FOLDED = "Earlier versions that were not sent separately: ";

    @Inject
    MutableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void updatesComeTogetherOnceTheCoolDownIsOver() {
        UUID subscription = told();
        update(2, subscription);
        update(3, subscription);
        update(4, subscription);
        assertThat(statuses(subscription)).containsExactlyInAnyOrder("DELIVERED", "FOLDED", "FOLDED", "PENDING");
        clock.advance(Duration.ofMinutes(14));
        // What a dispatcher finds due in the meantime goes to somebody else: it has looked since the clock moved.
        String other = "other-" + address;
        Api.email(organisation, other, onlyThisAlert());
        alert.publish("updated", 5);
        mailServer.await(other, 1);
        assertThat(mailServer.to(address)).hasSize(1);

        clock.advance(Duration.ofMinutes(2));
        ReceivedMail mail = mailServer.await(address, 2).get(1);
        assertThat(mail.text()).contains(FOLDED + "3");
        assertThat(mail.subject()).startsWith("Re: ");
        assertThat(mail.header("In-Reply-To"))
                .isEqualTo(mailServer.to(address).get(0).header("Message-ID"));
        await().until(() ->
                statuses(subscription).stream().filter("DELIVERED"::equals).count() == 2);
    }

    @Test
    void anEscalationComesAtOnceAndTellsWhatWaited() {
        UUID subscription = told();
        update(2, subscription);
        alert.publish("escalated", 3);

        ReceivedMail mail = mailServer.await(address, 2).get(1);
        assertThat(mail.subject()).startsWith("Escalated");
        assertThat(mail.text()).contains(FOLDED + "1");
    }

    @Test
    void aRetractionComesAtOnceAndNothingAfterIt() {
        UUID subscription = told();
        update(2, subscription);
        alert.publish("retracted", 3);

        ReceivedMail mail = mailServer.await(address, 2).get(1);
        assertThat(mail.subject()).startsWith("Retracted");
        await().until(() -> !statuses(subscription).contains("PENDING"));
        assertThat(statuses(subscription)).containsExactlyInAnyOrder("DELIVERED", "FOLDED", "DELIVERED");
    }

    @Test
    void webhooksAreToldOfEveryVersion() {
        Api.webhook(organisation, receiver.url("/hook"), onlyThisAlert());
        alert.publish("opened", 1);
        receiver.await(1);
        alert.publish("updated", 2);
        receiver.await(2);
        alert.publish("updated", 3);

        assertThat(receiver.await(3)).hasSize(3);
    }

    private UUID told() {
        UUID subscription = Api.email(organisation, address, onlyThisAlert());
        alert.publish("opened", 1);
        mailServer.await(address, 1);
        await().until(() -> statuses(subscription).equals(List.of("DELIVERED")));
        return subscription;
    }

    private void update(int version, UUID subscription) {
        alert.publish("updated", version);
        await().until(() -> statuses(subscription).size() == version);
    }

    private static List<String> statuses(UUID subscription) {
        return Api.admin()
                .get("/api/v1/deliveries?subscription=" + subscription)
                .jsonPath()
                .getList("items.status");
    }
}
