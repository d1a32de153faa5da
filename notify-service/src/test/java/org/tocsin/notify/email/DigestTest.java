package org.tocsin.notify.email;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

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

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Gathered alerts, quiet hours, and what neither may hold back. */
@QuarkusTest
@WithTestResource(TocsinStack.class)
@WithTestResource(MailServerPort.class)
class DigestTest extends ServiceTest {

    @Inject
    MutableClock clock;

    @Test
    void aDigestGathersTheNewestVersionsTheMostSevereFirst() throws IOException {
        Alerts other = new Alerts(topic);
        UUID subscription = subscribe(List.of(alert, other), Map.of("mode", "hourly"));
        alert.publish("opened", 1, content -> content.put("severity", 30).put("band", "MODERATE"));
        alert.publish("updated", 2, content -> content.put("severity", 30).put("band", "MODERATE"));
        other.publish("opened", 1, content -> content.put("severity", 60)
                .put("title", "The greater one")
                .put("titleEdited", true));
        await().until(() -> statuses(subscription).size() == 3);
        assertThat(statuses(subscription)).containsExactlyInAnyOrder("FOLDED", "PENDING", "PENDING");
        assertThat(mailServer.to(address)).isEmpty();

        clock.advance(Duration.ofHours(1));
        // The clock stands still now; should the server have to be tried again, that must come due as well.
        await().until(() -> {
            clock.advance(Duration.ofMillis(250));
            return !mailServer.to(address).isEmpty();
        });
        ReceivedMail mail = mailServer.await(address, 1).get(0);
        assertThat(mail.subject()).isEqualTo("2 alerts: The greater one");
        assertThat(mail.text().indexOf("The greater one"))
                .isLessThan(mail.text().indexOf("Iran: at least 29,000"));
        assertThat(mail.text()).contains("Earlier versions that were not sent separately: 1");
        assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        await().until(() -> statuses(subscription).stream().noneMatch("PENDING"::equals));
        assertThat(mailServer.to(address)).hasSize(1);
        Path folder = Files.createDirectories(Path.of("target", "mails"));
        Files.writeString(folder.resolve("digest.html"), mail.html());
    }

    @Test
    void escalationsAndRetractionsAreNeverGathered() {
        subscribe(List.of(alert), Map.of("mode", "weekly", "at", "08:00", "day", "MONDAY"));
        alert.publish("opened", 1);
        alert.publish("escalated", 2);
        alert.publish("retracted", 3);

        List<ReceivedMail> mails = mailServer.await(address, 2);
        assertThat(mails.get(0).subject()).startsWith("Escalated");
        assertThat(mails.get(0).text()).contains("Earlier versions that were not sent separately: 1");
        assertThat(mails.get(1).subject()).startsWith("Retracted");
    }

    @Test
    void aFirstExtremeAlertIsNotHeldBackByQuietHours() {
        Alerts extreme = new Alerts(topic);
        // All day but for one minute, whenever this runs.
        UUID subscription = subscribe(
                List.of(alert, extreme),
                Map.of("mode", "immediate", "quietHours", Map.of("from", "00:00", "to", "23:59:59")));
        alert.publish("opened", 1);
        extreme.publish("opened", 1, content -> content.put("severity", 90).put("band", "EXTREME"));

        assertThat(mailServer.await(address, 1).get(0).subject()).startsWith("Extreme: ");
        await().until(() -> statuses(subscription).size() == 2);
        assertThat(statuses(subscription)).contains("PENDING");
    }

    private UUID subscribe(List<Alerts> alerts, Map<String, Object> delivery) {
        return Api.id(Api.subscribe(Map.of(
                "organisation",
                organisation,
                "channel",
                Map.of("type", "email", "address", address),
                "filter",
                Map.of("categories", alerts.stream().map(Alerts::category).toList()),
                "delivery",
                delivery,
                "confirmed",
                true)));
    }

    private static List<String> statuses(UUID subscription) {
        return new ArrayList<>(Api.admin()
                .get("/api/v1/deliveries?subscription=" + subscription)
                .jsonPath()
                .<String>getList("items.status"));
    }
}
