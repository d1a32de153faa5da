package org.tocsin.monitor.websub;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.monitor.poll.PollNow;
import org.tocsin.monitor.support.Api;
import org.tocsin.monitor.support.FeedServer;
import org.tocsin.monitor.support.FeedServer.Answer;
import org.tocsin.platform.testing.KafkaProbe;
import org.tocsin.platform.testing.MutableClock;
import org.tocsin.platform.testing.TocsinStack;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** A feed with a hub, from the offer to the renewal, with a hub of ours on the loopback. */
@QuarkusTest
@WithTestResource(TocsinStack.class)
class WebSubTest {

    private static final String TOPIC = "https://news.example.org/feed";

    @Inject
    SubscriptionTick tick;

    @Inject
    PollNow polls;

    @Inject
    MutableClock clock;

    private final FeedServer server = new FeedServer();
    private String source = "";

    @AfterEach
    void removeSource() {
        Api.removeSource(source);
        server.close();
    }

    @Test
    void aHubPushesWhatItIsAskedFor() {
        Map<String, String> asked = subscribe("/feed", "/hub");
        String callback = path(asked);
        assertThat(asked).containsEntry("hub.mode", "subscribe").containsEntry("hub.topic", TOPIC);

        RestAssured.get(callback + "?hub.mode=subscribe&hub.topic=https://other.example&hub.challenge=no")
                .then()
                .statusCode(404);
        RestAssured.get(callback + "?hub.mode=subscribe&hub.topic=" + TOPIC
                        + "&hub.challenge=yes&hub.lease_seconds=86400")
                .then()
                .statusCode(200)
                .body(equalTo("yes"));
        assertThat(Api.health(source).get("pushedUntil")).isNotNull();

        String pushed = FeedServer.rss(FeedServer.item(UUID.randomUUID().toString(), "Pushed", "By a hub"));
        String forged = FeedServer.rss(FeedServer.item(UUID.randomUUID().toString(), "Forged", "By nobody"));
        try (KafkaProbe documents = KafkaProbe.open("documents")) {
            push(callback, forged, "sha256=" + "00".repeat(32), 202);
            push(callback, pushed, "sha256=" + hmac(pushed, asked.get("hub.secret")), 202);

            assertThat(documents.awaitThat(records -> records.stream().anyMatch(record -> source.equals(record.key()))))
                    .filteredOn(record -> source.equals(record.key()))
                    .singleElement()
                    .satisfies(record -> assertThat(new String(record.value(), StandardCharsets.UTF_8))
                            .contains("Pushed"));
        }
    }

    @Test
    void aLeaseIsRenewedInTime() {
        Map<String, String> asked = subscribe("/feed2", "/hub2");
        RestAssured.get(path(asked) + "?hub.mode=subscribe&hub.topic=" + TOPIC
                        + "&hub.challenge=yes&hub.lease_seconds=86400")
                .then()
                .statusCode(200);
        tick.tick();
        assertThat(server.asked("/hub2")).hasSize(1);

        clock.advance(Duration.ofHours(19));
        tick.tick();

        assertThat(server.asked("/hub2")).hasSize(2);
    }

    @Test
    void whatNobodyAskedForIsRefused() {
        String callback = "/api/v1/websub/" + UUID.randomUUID();
        RestAssured.get(callback + "?hub.mode=subscribe&hub.topic=" + TOPIC + "&hub.challenge=yes")
                .then()
                .statusCode(404);
        RestAssured.get(callback + "?hub.mode=unsubscribe&hub.topic=" + TOPIC + "&hub.challenge=yes")
                .then()
                .statusCode(404);
        RestAssured.get(callback).then().statusCode(404);
        RestAssured.get("/api/v1/websub/nonsense").then().statusCode(404);
        push(callback, "<rss/>", "sha256=00", 410);
        source = Api.addSource(server.url("/" + UUID.randomUUID()));
    }

    private Map<String, String> subscribe(String feed, String hub) {
        server.answer(hub, Answer.of(202));
        String item = FeedServer.item(UUID.randomUUID().toString(), "One", "Text");
        server.feed(
                feed,
                FeedServer.rss(item)
                        .replace(
                                "<title>T</title>",
                                "<atom:link rel=\"hub\" href=\"" + server.url(hub)
                                        + "\"/><atom:link rel=\"self\" href=\"" + TOPIC + "\"/>"));
        source = Api.addSource(server.url(feed));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            polls.pollDue();
            return "OK".equals(Api.health(source).get("state"));
        });
        tick.tick();
        assertThat(server.asked(hub)).hasSize(1);
        return form(server.asked(hub).get(0).body());
    }

    private static String path(Map<String, String> asked) {
        String callback = String.valueOf(asked.get("hub.callback"));
        return callback.substring(callback.indexOf("/api/"));
    }

    private static void push(String callback, String feed, String signature, int status) {
        RestAssured.given()
                .contentType("application/rss+xml")
                .header("X-Hub-Signature", signature)
                .body(feed.getBytes(StandardCharsets.UTF_8))
                .post(callback)
                .then()
                .statusCode(status);
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    private static String hmac(String body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
