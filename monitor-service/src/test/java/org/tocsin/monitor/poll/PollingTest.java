package org.tocsin.monitor.poll;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.monitor.fetch.FetchResult;
import org.tocsin.monitor.support.Api;
import org.tocsin.monitor.support.FeedServer;
import org.tocsin.monitor.support.FeedServer.Answer;
import org.tocsin.platform.testing.KafkaProbe;
import org.tocsin.platform.testing.MutableClock;
import org.tocsin.platform.testing.TocsinStack;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Sources polled from a real server, with nothing but the clock replaced. */
@QuarkusTest
@WithTestResource(TocsinStack.class)
class PollingTest {

    private static final FetchResult.NotModified NOTHING_NEW =
            new FetchResult.NotModified(null, URI.create("http://127.0.0.1/"), false);

    @Inject
    Poller poller;

    @Inject
    PollClaims claims;

    @Inject
    PollRecorder recorder;

    @Inject
    MutableClock clock;

    private final FeedServer server = new FeedServer();
    private final Set<String> sources = new HashSet<>();

    @AfterEach
    void removeSources() {
        sources.forEach(Api::removeSource);
        server.close();
    }

    @Test
    void anEntryBecomesADocumentOnce() {
        String guid = UUID.randomUUID().toString();
        server.feed("/a", FeedServer.rss(FeedServer.item(guid, "One", "First text")), "ETag", "\"v1\"");
        try (KafkaProbe documents = KafkaProbe.open("documents")) {
            String source = source("/a");
            poll(source, health -> "OK".equals(health.get("state")));
            documents.awaitThat(records -> records.stream().anyMatch(record -> source.equals(record.key())));

            String more = FeedServer.item(guid + "b", "Two", "Second text");
            server.feed("/a", FeedServer.rss(more, FeedServer.item(guid, "One, edited", "First text, edited")));
            pollAgain(source, () -> server.asked("/a").size() == 2);
            poll(source, health -> String.valueOf(health.get("reason")).equals("Read 2 entries, 1 of them new."));

            assertThat(documents.awaitThat(records -> records.stream()
                                    .filter(record -> source.equals(record.key()))
                                    .count()
                            >= 2))
                    .filteredOn(record -> source.equals(record.key()))
                    .hasSize(2);
        }
    }

    @Test
    void asksOnlyForWhatHasChanged() {
        server.feed(
                "/b",
                FeedServer.rss(FeedServer.item("b", "One", "Text")),
                "ETag",
                "\"v1\"",
                "Last-Modified",
                "Mon, 14 Jul 2025 06:20:00 GMT");
        String source = source("/b");
        poll(source, health -> "OK".equals(health.get("state")));
        server.answer("/b", Answer.of(304));

        pollAgain(source, () -> server.asked("/b").size() == 2);
        poll(source, health -> String.valueOf(health.get("reason")).contains("HTTP 304"));

        assertThat(server.asked("/b").get(1).headers().getFirst("If-None-Match"))
                .isEqualTo("\"v1\"");
        assertThat(server.asked("/b").get(1).headers().getFirst("If-Modified-Since"))
                .isEqualTo("Mon, 14 Jul 2025 06:20:00 GMT");
    }

    @Test
    void backsOffAndRecovers() {
        server.answer("/c", Answer.of(500));
        String source = source("/c");
        poll(source, health -> "FAILING".equals(health.get("state")));
        assertThat(Api.health(source))
                .containsEntry("failures", 1)
                .containsEntry("reason", "The server failed (HTTP 500).");

        server.feed("/c", FeedServer.rss(FeedServer.item("c", "One", "Text")));
        pollAgain(source, () -> server.asked("/c").size() == 2);
        poll(source, health -> "OK".equals(health.get("state")));

        assertThat(Api.health(source)).containsEntry("failures", 0);
    }

    @Test
    void waitsAsLongAsItIsAsked() {
        server.answer("/d", Answer.of(429, "Retry-After", "7200"));
        String source = source("/d");
        poll(source, health -> "FAILING".equals(health.get("state")));

        Instant next = Instant.parse(String.valueOf(Api.health(source).get("nextPoll")));

        assertThat(Duration.between(clock.instant(), next)).isBetween(Duration.ofMinutes(118), Duration.ofMinutes(121));
    }

    @Test
    void stopsWhenTheAddressIsGoneForCertain() {
        server.answer("/e", Answer.of(410));
        String source = source("/e");
        poll(source, health -> "FAILING".equals(health.get("state")));
        assertThat(Api.source(source)).containsEntry("enabled", true);

        pollAgain(source, () -> Integer.valueOf(2).equals(Api.health(source).get("failures")));
        pollAgain(source, () -> "GONE".equals(Api.health(source).get("state")));

        assertThat(Api.source(source)).containsEntry("enabled", false);
        assertThat(server.asked("/e")).hasSize(3);
    }

    @Test
    void forgetsAWithdrawalThatWasAMistake() {
        server.answer("/e2", Answer.of(410));
        String source = source("/e2");
        poll(source, health -> "FAILING".equals(health.get("state")));
        server.feed("/e2", FeedServer.rss(FeedServer.item("e", "One", "Text")));
        pollAgain(source, () -> "OK".equals(Api.health(source).get("state")));
        server.answer("/e2", Answer.of(410));
        pollAgain(source, () -> Integer.valueOf(1).equals(Api.health(source).get("failures")));
        pollAgain(source, () -> Integer.valueOf(2).equals(Api.health(source).get("failures")));

        assertThat(Api.health(source)).containsEntry("state", "FAILING");
    }

    @Test
    void followsAPermanentMoveAndRemembersItWhenItIsCertain() {
        server.answer("/f", Answer.of(301, "Location", "/f2"));
        server.feed("/f2", FeedServer.rss(FeedServer.item("f", "One", "Text")));
        String source = source("/f");
        poll(source, health -> "OK".equals(health.get("state")));
        assertThat(Api.source(source)).containsEntry("url", server.url("/f"));

        server.answer("/f2", Answer.of(304));
        poll(source, health -> {
            Api.pollNow(source);
            return server.url("/f2").equals(Api.source(source).get("url"));
        });

        assertThat(server.asked("/f")).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void aMoveCountsOnlyWhenVisitsInARowAreSentToTheSamePlace() {
        String source = source("/m");
        URI one = URI.create(server.url("/m1"));
        URI other = URI.create(server.url("/m2"));

        for (URI target : List.of(one, one, other, one, one)) {
            visited(source, new FetchResult.NotModified(null, target, true));
        }
        visited(source, NOTHING_NEW);
        visited(source, new FetchResult.NotModified(null, one, true));
        visited(source, new FetchResult.NotModified(null, one, true));
        assertThat(Api.source(source)).containsEntry("url", server.url("/m"));

        visited(source, new FetchResult.NotModified(null, one, true));
        assertThat(Api.source(source)).containsEntry("url", one.toString());
    }

    private void visited(String source, FetchResult.NotModified result) {
        Api.pollNow(source);
        DuePoll due = claims.take(clock.instant(), Duration.ofSeconds(90), 1).get(0);
        assertThat(due.source().id()).hasToString(source);
        assertThat(recorder.unchanged(due, result)).isEqualTo(PollOutcome.Kind.UNCHANGED);
    }

    @Test
    void saysWhenASourceIsQuietBeyondItsRhythm() {
        Instant first = clock.instant().minus(Duration.ofDays(30));
        StringBuilder items = new StringBuilder();
        for (int hour = 0; hour < 12; hour++) {
            String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    first.plus(Duration.ofHours(hour)).atOffset(ZoneOffset.UTC));
            items.append(FeedServer.item("q" + hour, "Report " + hour, "Text")
                    .replace("Mon, 14 Jul 2025 06:20:00 GMT", date));
        }
        server.feed("/q", FeedServer.rss(items.toString()));
        String source = source("/q");

        poll(source, health -> "QUIET".equals(health.get("state")));

        assertThat(Api.health(source)).containsEntry("usualPause", "PT1H");
        assertThat(String.valueOf(Api.health(source).get("reason")))
                .startsWith("Nothing new for 29 days; its longest usual pause is 60 minutes.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1/feed",
                "http://169.254.169.254/latest/meta-data",
                "http://[::1]/feed",
                "http://0x7f000002/feed",
                "http://[::ffff:10.0.0.1]/feed"
            })
    void neverReachesPrivateAddresses(String url) {
        String source = Api.addSource(url);
        sources.add(source);
        poll(source, health -> "FAILING".equals(health.get("state")));

        assertThat(String.valueOf(Api.health(source).get("reason"))).doesNotContain("10.0.0.1", "169.254");
    }

    @Test
    void neverFollowsARedirectToAPrivateAddress() {
        server.answer("/g", Answer.of(302, "Location", "http://169.254.169.254/latest"));
        String source = source("/g");
        poll(source, health -> "FAILING".equals(health.get("state")));
    }

    @Test
    void survivesBombsAndDamage() throws IOException {
        Map<String, Answer> hostile = Map.of(
                "/h1", Answer.of(200, "Content-Encoding", "gzip").with(gzip("<rss>" + " ".repeat(200_000_000))),
                "/h2", Answer.of(200, "Content-Encoding", "gzip").with("no gzip at all"),
                "/h3", Answer.of(200).with("<!DOCTYPE r [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><rss>&a;</rss>"),
                "/h4", Answer.of(200).with("<html>Sign in</html>"),
                "/h5", Answer.of(200));
        hostile.forEach(server::answer);
        for (String path : hostile.keySet()) {
            String source = source(path);
            poll(source, health -> !"NEW".equals(health.get("state")));
            assertThat(Api.health(source).get("reason")).as(path).isNotNull();
        }
    }

    @Test
    void readsWronglyDeclaredEncodings() {
        String xml = FeedServer.rss(FeedServer.item("i", "Frontière fermée", "Les réfugiés"));
        server.answer(
                "/i",
                Answer.of(200, "Content-Type", "application/rss+xml; charset=utf-8")
                        .with(xml.getBytes(Charset.forName("windows-1252"))));
        String source = source("/i");

        poll(source, health -> "Read 1 entries, 1 of them new.".equals(health.get("reason")));
    }

    @Test
    void twoReplicasNeverVisitTheSameSourceOrHost() {
        source("/j1");
        source("/j2");

        List<DuePoll> one = claims.take(clock.instant(), Duration.ofSeconds(90), 10);
        List<DuePoll> other = claims.take(clock.instant(), Duration.ofSeconds(90), 10);

        assertThat(one).hasSize(1);
        assertThat(other).isEmpty();
        recorder.unchanged(one.get(0), NOTHING_NEW);
    }

    @Test
    void sourcesOfOneHostAreVisitedOneRightAfterTheOther() {
        server.feed("/l1", FeedServer.rss(FeedServer.item("l1", "One", "Text")));
        server.feed("/l2", FeedServer.rss(FeedServer.item("l2", "Two", "Text")));
        source("/l1");
        source("/l2");

        assertThat(poller.pollDue()).isEqualTo(1);

        Awaitility.await()
                .until(() ->
                        server.asked("/l1").size() == 1 && server.asked("/l2").size() == 1);
    }

    @Test
    void aDeadReplicasLeaseExpiresAndItsResultIsRefused() {
        source("/k");
        clock.set(clock.instant());
        DuePoll dead = claims.take(clock.instant(), Duration.ofSeconds(90), 10).get(0);

        clock.advance(Duration.ofSeconds(91));
        DuePoll alive = claims.take(clock.instant(), Duration.ofSeconds(90), 10).get(0);

        assertThat(alive.source()).isEqualTo(dead.source());
        assertThat(recorder.unchanged(dead, NOTHING_NEW)).isEqualTo(PollOutcome.Kind.LOST);
        assertThat(recorder.unchanged(alive, NOTHING_NEW)).isEqualTo(PollOutcome.Kind.UNCHANGED);
    }

    private String source(String path) {
        String id = Api.addSource(server.url(path));
        sources.add(id);
        return id;
    }

    private void poll(String source, Predicate<Map<String, Object>> healthy) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            poller.pollDue();
            return healthy.test(Api.health(source));
        });
    }

    private void pollAgain(String source, Callable<Boolean> done) {
        Api.pollNow(source);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            poller.pollDue();
            return done.call();
        });
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(Charset.forName("US-ASCII")));
        }
        return bytes.toByteArray();
    }
}
