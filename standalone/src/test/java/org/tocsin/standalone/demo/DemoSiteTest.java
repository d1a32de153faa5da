package org.tocsin.standalone.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.standardwebhooks.Webhook;

import static org.assertj.core.api.Assertions.assertThat;

class DemoSiteTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String BODY =
            "{\"type\":\"alert.opened\",\"data\":{\"id\":\"a\",\"version\":1,\"title\":\"<b>Saravan</b>\"}}";

    private final HttpClient client = HttpClient.newHttpClient();
    private final WebhookReceiver receiver = new WebhookReceiver(Clock.systemUTC());
    private final List<ReceivedWebhook> told = new ArrayList<>();
    private DemoFeeds feeds;
    private Mailbox mailbox;
    private DemoSite site;

    @BeforeEach
    void open() {
        feeds = DemoFeeds.read(Path.of("../seeds/demo"));
        mailbox = Mailbox.open(0, Clock.systemUTC());
        receiver.secret(SECRET);
        receiver.onWebhook(told::add);
        site = DemoSite.open(0, feeds, mailbox, receiver);
    }

    @AfterEach
    void close() {
        site.close();
        mailbox.close();
    }

    @Test
    void servesEveryFeedOfEveryWave() throws Exception {
        assertThat(feeds.outlets()).hasSizeGreaterThan(5);
        for (int wave = 1; wave <= feeds.waves(); wave++) {
            feeds.show(wave);
            for (DemoFeeds.Outlet outlet : feeds.outlets()) {
                HttpResponse<String> feed = get("/feeds/" + outlet.key());
                assertThat(feed.statusCode()).isEqualTo(200);
                assertThat(feed.body()).startsWith("<?xml");
            }
        }
        assertThat(get("/feeds/none").statusCode()).isEqualTo(404);
        assertThat(get("/feeds/../sources.yaml").statusCode()).isEqualTo(404);
    }

    @Test
    void answersAConditionalRequestUntilTheNextWave() throws Exception {
        String tag = get("/feeds/meridian").headers().firstValue("ETag").orElseThrow();

        assertThat(getIfChanged("/feeds/meridian", tag).statusCode()).isEqualTo(304);
        feeds.show(2);
        assertThat(getIfChanged("/feeds/meridian", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void takesAWebhookThatIsSigned() throws Exception {
        String signature = sign(BODY);

        assertThat(post("msg_1", signature, BODY)).isEqualTo(204);
        assertThat(post("msg_1", signature, BODY)).isEqualTo(204);

        assertThat(told).extracting(ReceivedWebhook::verified).containsExactly(true, true);
        assertThat(told).extracting(ReceivedWebhook::repeated).containsExactly(false, true);
        assertThat(told.get(0).alert().path("version").asInt()).isEqualTo(1);
        assertThat(get("/webhooks").body())
                .contains("&lt;b&gt;Saravan&lt;/b&gt;")
                .doesNotContain("<b>Saravan");
    }

    @Test
    void refusesAWebhookThatWasChangedOnItsWay() throws Exception {
        assertThat(post("msg_1", sign(BODY), BODY.replace("opened", "closed"))).isEqualTo(401);
        assertThat(post("msg_2", sign(BODY), BODY)).isEqualTo(401);
        assertThat(get(DemoSite.RECEIVER).statusCode()).isEqualTo(405);

        assertThat(told).noneMatch(ReceivedWebhook::verified);
    }

    @Test
    void letsNoPageRunScriptsOrLoadAnything() throws Exception {
        HttpResponse<String> page = get("/mail");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
        assertThat(get("/mail/77").statusCode()).isEqualTo(404);
        assertThat(get("/mail/77777777777").statusCode()).isEqualTo(404);
    }

    private static String sign(String body) throws Exception {
        return new Webhook(SECRET).sign("msg_1", Instant.now().getEpochSecond(), body);
    }

    private int post(String id, String signature, String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(site.url(DemoSite.RECEIVER)))
                        .header("webhook-id", id)
                        .header("webhook-timestamp", Long.toString(Instant.now().getEpochSecond()))
                        .header("webhook-signature", signature)
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .statusCode();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(site.url(path))));
    }

    private HttpResponse<String> getIfChanged(String path, String tag) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(site.url(path))).header("If-None-Match", tag));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
