package org.tocsin.monitor.source;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.monitor.poll.PollNow;
import org.tocsin.monitor.support.Api;
import org.tocsin.monitor.support.FeedServer;
import org.tocsin.platform.testing.EventContract;
import org.tocsin.platform.testing.KafkaProbe;
import org.tocsin.platform.testing.MutableClock;
import org.tocsin.platform.testing.TocsinStack;
import org.tocsin.platform.token.Roles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Sources that fall silent and come back, from a real server to the topic. */
@QuarkusTest
@WithTestResource(TocsinStack.class)
class SourceWatchTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    SourceWatch watch;

    @Inject
    PollNow poller;

    @Inject
    MutableClock clock;

    @Inject
    MeterRegistry meters;

    @Inject
    PushSources pushers;

    @Inject
    AgroalDataSource database;

    private final FeedServer server = new FeedServer();
    private final Set<String> sources = new HashSet<>();
    private final String path = "/" + UUID.randomUUID();
    private KafkaProbe topic;

    @BeforeEach
    void listen() {
        topic = KafkaProbe.open("sources");
        // The database keeps microseconds.
        clock.set(Instant.ofEpochSecond(clock.instant().getEpochSecond()));
    }

    @AfterEach
    void removeSources() {
        sources.forEach(Api::removeSource);
        watch.look();
        server.close();
        topic.close();
    }

    @Test
    void aQuietSourceMakesOneEventAndItsReturnOneMore() throws Exception {
        Instant latest = clock.instant();
        String source = hourlySource(latest);
        watch.look();

        clock.advance(Duration.ofHours(7));
        watch.look();
        assertThat(events(source)).as("it has not been visited since").isEmpty();
        visit(source);
        watch.look();
        watch.look();
        JsonNode silent = awaitEvents(source, 1).get(0);
        assertThat(silent.path("state").asText()).isEqualTo("QUIET");
        assertThat(silent.path("since").asText()).isEqualTo(latest.toString());
        assertThat(silent.path("usualPause").asText()).isEqualTo("PT1H");
        assertThat(silent.path("name").asText()).isEqualTo("Source of a test");
        assertThat(isSilent(source)).isTrue();
        assertThat(meters.get("tocsin.sources.silent").gauge().value()).isGreaterThanOrEqualTo(1);

        feed(latest, clock.instant());
        visit(source);
        watch.look();
        watch.look();
        JsonNode resumed = awaitEvents(source, 2).get(1);
        assertThat(resumed.path("state").asText()).isEqualTo("OK");
        assertThat(resumed.path("silentSince").asText()).isEqualTo(latest.toString());
        assertThat(isSilent(source)).isFalse();

        assertNoMore(source, 2);
    }

    @Test
    void ofTwoWatchersAtOnceOneTells() throws Exception {
        List<String> silent = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            silent.add(pushedSource(clock.instant().minus(Duration.ofDays(2))));
        }
        clock.advance(Duration.ofHours(2));
        ExecutorService replicas = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> looks = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                looks.add(replicas.submit(watch::look));
            }
            for (Future<?> look : looks) {
                look.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } finally {
            replicas.shutdown();
        }
        for (String source : silent) {
            assertThat(awaitEvents(source, 1)).hasSize(1);
        }
        assertNoMore(silent.get(0), 1);
        silent.forEach(source -> assertThat(events(source)).hasSize(1));
    }

    @Test
    void aSourceThatFailsBeyondItsRhythmIsTold() throws Exception {
        String source = hourlySource(clock.instant());
        server.feed("/other", FeedServer.rss(FeedServer.item("other", "One", "Text")));
        String other = Api.addSource(server.url("/other"));
        sources.add(other);
        visit(other, "/other");
        Instant read = Instant.parse(String.valueOf(Api.health(source).get("lastSuccess")));
        server.answer(path, FeedServer.Answer.of(500));
        server.answer("/other", FeedServer.Answer.of(500));
        clock.advance(Duration.ofHours(8));
        visit(source);
        visit(source);
        visit(source);
        watch.look();
        assertThat(events(source)).as("nothing else was read either").isEmpty();
        server.feed("/other", FeedServer.rss(FeedServer.item("other", "One", "Text")));
        visit(other, "/other");
        watch.look();

        JsonNode silent = awaitEvents(source, 1).get(0);
        assertThat(silent.path("state").asText()).isEqualTo("FAILING");
        assertThat(silent.path("since").asText()).isEqualTo(read.toString());
        assertThat(silent.path("reason").asText()).startsWith("The server failed (HTTP 500).");
    }

    @Test
    void aWithdrawnSourceIsToldAlthoughItIsSwitchedOff() throws Exception {
        String source = hourlySource(clock.instant());
        server.answer(path, FeedServer.Answer.of(410));
        for (int i = 0; i < 3; i++) {
            visit(source);
        }
        watch.look();

        assertThat(awaitEvents(source, 1).get(0).path("state").asText()).isEqualTo("GONE");
        assertThat(Api.source(source)).containsEntry("enabled", false);
    }

    @Test
    void aSourceThatSomebodySwitchesOffIsForgotten() throws Exception {
        String source = hourlySource(clock.instant());
        clock.advance(Duration.ofHours(7));
        visit(source);
        watch.look();
        awaitEvents(source, 1);

        Api.as(Roles.ADMIN)
                .body(Map.of("name", "Source of a test", "url", server.url(path), "enabled", false))
                .put("/api/v1/sources/" + source)
                .then()
                .statusCode(200);
        watch.look();
        assertThat(isSilent(source)).isFalse();
        assertNoMore(source, 1);
    }

    private boolean isSilent(String source) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT 1 FROM source_silence WHERE source_id = ?")) {
            select.setObject(1, UUID.fromString(source));
            return select.executeQuery().next();
        }
    }

    /** A source with a report an hour, the latest at this time. */
    private String hourlySource(Instant latest) {
        feed(latest);
        String source = Api.addSource(server.url(path));
        sources.add(source);
        visit(source);
        return source;
    }

    private void feed(Instant... latest) {
        StringBuilder items = new StringBuilder();
        for (Instant end : latest) {
            int hours = end.equals(latest[0]) ? 12 : 1;
            for (int hour = 0; hour < hours; hour++) {
                Instant published = end.minus(Duration.ofHours(hour));
                String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(published.atOffset(ZoneOffset.UTC));
                items.append(FeedServer.item(path.substring(1) + published, "Report at " + published, "Text " + date)
                        .replace("Mon, 14 Jul 2025 06:20:00 GMT", date));
            }
        }
        server.feed(path, FeedServer.rss(items.toString()));
    }

    /** A party that sent a report an hour, the last at this time. */
    private String pushedSource(Instant latest) {
        String name = "Partner " + UUID.randomUUID();
        for (int hour = 0; hour < 12; hour++) {
            Instant published = latest.minus(Duration.ofHours(hour));
            Api.as(Roles.INGEST)
                    .body(Map.of(
                            "url",
                            "https://partner.example.org/" + UUID.randomUUID(),
                            "title",
                            "Report",
                            "text",
                            "Report at " + published,
                            "publishedAt",
                            published.toString(),
                            "source",
                            Map.of("name", name)))
                    .post("/api/v1/documents")
                    .then()
                    .statusCode(202);
        }
        String source = pushers.find(new Pusher(name, null)).id().toString();
        sources.add(source);
        return source;
    }

    private void visit(String source) {
        visit(source, path);
    }

    private void visit(String source, String at) {
        int before = server.asked(at).size();
        Object lastPoll = Api.health(source).get("lastPoll");
        clock.advance(Duration.ofSeconds(1));
        Api.pollNow(source);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            poller.pollDue();
            Map<String, Object> health = Api.health(source);
            return server.asked(at).size() > before
                    && !String.valueOf(health.get("lastPoll")).equals(String.valueOf(lastPoll))
                    && !"NEW".equals(health.get("state"))
                    && !isDue(health.get("nextPoll"));
        });
    }

    private boolean isDue(@Nullable Object nextPoll) {
        return nextPoll != null && !Instant.parse(nextPoll.toString()).isAfter(clock.instant());
    }

    private List<JsonNode> awaitEvents(String source, int count) throws Exception {
        topic.awaitThat(records ->
                records.stream().filter(record -> source.equals(record.key())).count() >= count);
        return events(source);
    }

    /** An event about another source, told later, is there: none about this one can still be on its way. */
    private void assertNoMore(String source, int count) throws Exception {
        String other = pushedSource(clock.instant().minus(Duration.ofDays(3)));
        clock.advance(Duration.ofHours(2));
        watch.look();
        awaitEvents(other, 1);
        assertThat(events(source)).hasSize(count);
    }

    private List<JsonNode> events(String source) {
        List<JsonNode> events = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : topic.records()) {
            if (source.equals(record.key())) {
                assertThat(EventContract.violations(
                                String.valueOf(KafkaProbe.header(record, "ce_type")), record.value()))
                        .isEmpty();
                events.add(read(record.value()));
            }
        }
        return events;
    }

    private static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
