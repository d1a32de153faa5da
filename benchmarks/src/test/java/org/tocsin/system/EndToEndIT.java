package org.tocsin.system;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.benchmarks.system.Backlog;
import org.tocsin.benchmarks.system.RunningTocsin;
import org.tocsin.benchmarks.system.Subscriber;
import org.tocsin.standalone.demo.ApiClient;
import org.tocsin.standalone.demo.DemoFeeds;
import org.tocsin.standalone.demo.DemoSite;
import org.tocsin.standalone.demo.ReceivedMail;
import org.tocsin.standalone.demo.ReceivedWebhook;
import org.tocsin.standalone.installation.Service;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The sample feeds go in, by polling; the alerts that they owe come out, by e-mail and by webhook. */
class EndToEndIT {

    private static final Path DEMO = Path.of("../seeds/demo");
    /** Alerts beyond one per event: lower it whenever matching gets better. */
    private static final int TOLERATED_SPLITS = 5;

    @TempDir
    private static Path folder;

    private static ExpectedAlerts expected;
    private static Subscriber subscriber;
    private static DemoSite site;
    private static RunningTocsin tocsin;
    private static List<JsonNode> alerts;

    @BeforeAll
    static void tellTheStory() throws IOException {
        expected = ExpectedAlerts.read(DEMO);
        subscriber = Subscriber.open(Clock.systemUTC());
        DemoFeeds feeds = DemoFeeds.read(DEMO);
        site = DemoSite.open(0, feeds, subscriber.mailbox(), subscriber.receiver());
        Map<String, String> environment = new HashMap<>(subscriber.environment());
        environment.put("TOCSIN_SOURCES_MINIMUM_INTERVAL", "1s");
        tocsin = RunningTocsin.start(folder.resolve("data"), environment);
        subscriber.subscribe(tocsin, true);
        ApiClient monitor = tocsin.client(Service.MONITOR, "admin");
        feeds.outlets().forEach(outlet -> monitor.post("/sources", source(outlet)));
        try (Backlog backlog = Backlog.of(tocsin)) {
            for (int wave = 1; wave <= feeds.waves(); wave++) {
                feeds.show(wave);
                long items = itemsUpTo(feeds, wave);
                await().atMost(Duration.ofSeconds(90))
                        .pollInterval(Duration.ofMillis(500))
                        .ignoreExceptions()
                        .until(() -> backlog.number("SELECT count(*) FROM monitor.document") >= items
                                && backlog.amount().none());
            }
        }
        alerts = allAlerts();
    }

    @AfterAll
    static void close() {
        if (tocsin != null) {
            tocsin.close();
        }
        if (site != null) {
            site.close();
        }
        subscriber.close();
    }

    private static Map<String, Object> source(DemoFeeds.Outlet outlet) {
        return Map.of(
                "name", outlet.name(),
                "url", site.url("/feeds/" + outlet.key()),
                "format", outlet.format(),
                "language", outlet.language(),
                "country", outlet.country(),
                "reliability", outlet.reliability(),
                "ownerGroup", outlet.ownerGroup(),
                "pollInterval", "PT1S");
    }

    private static long itemsUpTo(DemoFeeds feeds, int wave) throws IOException {
        long items = 0;
        for (DemoFeeds.Outlet outlet : feeds.outlets()) {
            String file = outlet.waves().get(Math.min(wave, outlet.waves().size()) - 1);
            items += java.nio.file.Files.readString(DEMO.resolve(file)).split("<item>|<entry>", -1).length - 1;
        }
        return items;
    }

    private static List<JsonNode> allAlerts() {
        ApiClient client = tocsin.client(Service.ALERT, "reader");
        List<JsonNode> found = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = client.get("/alerts?limit=50" + cursor);
            page.path("items").forEach(found::add);
            cursor = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : null;
        }
        return found;
    }

    /**
     * No alert mixes two events, and the alert that holds most reports of an event says rightly what happened and who
     * did it. An event may still be told by more than one alert, within limits: a report in another language that gives
     * neither a figure nor a place is sometimes not recognised as one of an event that is already known.
     */
    @Test
    void makesTheAlertsThatTheReportsOwe() {
        SoftAssertions softly = new SoftAssertions();
        for (ExpectedAlerts.Event event : expected.events()) {
            List<JsonNode> telling = alerts.stream()
                    .filter(alert -> reports(alert).stream().anyMatch(event.items()::contains))
                    .toList();
            softly.assertThat(telling.stream()
                            .max(Comparator.comparingInt(alert -> reports(alert).size()))
                            .map(EndToEndIT::shape))
                    .as(event.key())
                    .contains(event.category() + " " + event.country());
            softly.assertThat(telling.stream()
                            .flatMap(alert -> reports(alert).stream())
                            .toList())
                    .as("reports of " + event.key())
                    .containsExactlyInAnyOrderElementsOf(event.items());
        }
        softly.assertThat(alerts.stream().map(EndToEndIT::shape).toList())
                .as("alerts")
                .hasSizeBetween(expected.events().size(), expected.events().size() + TOLERATED_SPLITS);
        softly.assertAll();
    }

    @Test
    void staysSilentAboutTheOthers() {
        Set<String> reported = new HashSet<>();
        alerts.forEach(alert -> reported.addAll(reports(alert)));

        assertThat(reported).doesNotContainAnyElementsOf(expected.silent());
    }

    @Test
    void sendsEveryAlertByAWebhookThatAPublicLibraryVerifies() {
        List<ReceivedWebhook> webhooks = subscriber.receiver().webhooks();

        assertThat(webhooks).isNotEmpty().allMatch(ReceivedWebhook::verified);
        Map<String, Integer> latest = new HashMap<>();
        webhooks.forEach(webhook -> latest.merge(
                webhook.alert().path("id").asText(),
                webhook.alert().path("version").asInt(),
                Math::max));
        alerts.forEach(alert -> assertThat(latest)
                .as("last version of %s", alert.path("title").asText())
                .containsEntry(alert.path("id").asText(), alert.path("version").asInt()));
        assertThat(latest).hasSameSizeAs(alerts);
    }

    @Test
    void neverSendsAnOlderVersionAfterANewerOne() {
        List<ReceivedWebhook> newestFirst = subscriber.receiver().webhooks();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            JsonNode alert = newestFirst.get(i).alert();
            Integer before =
                    seen.put(alert.path("id").asText(), alert.path("version").asInt());
            assertThat(alert.path("version").asInt())
                    .isGreaterThan(Optional.ofNullable(before).orElse(0));
        }
    }

    @Test
    void sendsEveryAlertByEMailInBothForms() {
        List<ReceivedMail> mails = subscriber.mailbox().mails();

        assertThat(mails).hasSizeGreaterThanOrEqualTo(alerts.size());
        assertThat(mails).allSatisfy(mail -> {
            assertThat(mail.html()).isPresent();
            assertThat(mail.text()).isNotBlank();
            assertThat(mail.header("List-Unsubscribe-Post")).contains("List-Unsubscribe=One-Click");
        });
        assertThat(mails).extracting(mail -> mail.header("Message-ID")).doesNotHaveDuplicates();
    }

    private static String shape(JsonNode alert) {
        return alert.path("category").asText() + " "
                + alert.path("countries").path(0).asText();
    }

    private static List<String> reports(JsonNode alert) {
        List<String> addresses = new ArrayList<>();
        alert.path("reports").forEach(report -> addresses.add(report.path("url").asText()));
        return addresses;
    }
}
