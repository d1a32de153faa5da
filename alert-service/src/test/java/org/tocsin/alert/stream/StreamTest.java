package org.tocsin.alert.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.alert.intake.Alerts;
import org.tocsin.alert.intake.SignalJson;
import org.tocsin.platform.testing.TestTokens;
import org.tocsin.platform.testing.TocsinStack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.alert.intake.Alerts.as;

/** A reader of the event stream misses nothing, gets nothing twice, and sees each alert's versions in order. */
@QuarkusTest
@WithTestResource(TocsinStack.class)
class StreamTest {

    @TestHTTPResource("/api/v1/alerts/stream")
    URI address;

    @Test
    void whoComesAgainMissesNothing() throws IOException {
        String lastSeen;
        String id;
        try (Reader reader = new Reader("?country=SN", null)) {
            reader.awaitComment();
            id = Alerts.open(signal("SN"));
            Alerts.patch(id, Map.of("status", "ACKNOWLEDGED"), 200);
            Alerts.open(signal("GT"));
            reader.await(2);
            assertThat(reader.types()).containsExactly("alert.opened", "alert.updated");
            lastSeen = reader.events.get(0).id();
        }
        Alerts.patch(id, Map.of("status", "CLOSED", "reason", "Over"), 200);
        try (Reader reader = new Reader("?country=SN", lastSeen)) {
            reader.await(2);
            assertThat(reader.types()).containsExactly("alert.updated", "alert.closed");
            assertThat(reader.events.get(1).data().at("/data/id").asText()).isEqualTo(id);
            assertThat(reader.events.get(1).data().at("/data/status").asText()).isEqualTo("CLOSED");
            assertThat(reader.events.get(1).data().at("/reason").asText()).isEqualTo("Over");
        }
    }

    @Test
    void fromTheFirstVersionOnEachAlertIsInOrder() throws IOException {
        String id = Alerts.open(signal("PE"));
        for (String status : List.of("ACKNOWLEDGED", "OPEN", "CLOSED")) {
            Alerts.patch(id, Map.of("status", status), 200);
        }
        try (Reader reader = new Reader("?country=PE", "0")) {
            reader.await(4);
            assertThat(reader.events.stream()
                            .map(event -> event.data().at("/data/version").asInt()))
                    .containsExactly(1, 2, 3, 4);
            assertThat(reader.events.stream().map(event -> Long.parseLong(event.id())))
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void theFilterIsThatOfTheList() throws IOException {
        String id = Alerts.open(signal("CL"));
        Alerts.patch(id, Map.of("status", "ACKNOWLEDGED"), 200);
        try (Reader reader = new Reader("?country=CL&status=ACKNOWLEDGED&q=deport&minSeverity=10", "0")) {
            reader.await(1);
            assertThat(reader.types()).containsExactly("alert.updated");
        }
        as("reader").header("Last-Event-ID", "x").get(address).then().statusCode(400);
        as("reader").get(address + "?band=HUGE").then().statusCode(422).contentType("application/problem+json");
        as("ingest").get(address).then().statusCode(403);
    }

    private static SignalJson signal(String country) {
        return SignalJson.example().country(country);
    }

    private record Received(String id, String type, JsonNode data) {}

    /** A reader of server-sent events, by the rules of the HTML standard. */
    private final class Reader implements AutoCloseable {

        private final InputStream body;
        private final List<Received> events = new CopyOnWriteArrayList<>();
        private final List<String> comments = new CopyOnWriteArrayList<>();

        Reader(String query, @Nullable String lastEventId) throws IOException {
            var request = HttpRequest.newBuilder(URI.create(address + query))
                    .header("Authorization", TestTokens.bearer("reader"))
                    .header("Accept", "text/event-stream");
            if (lastEventId != null) {
                request.header("Last-Event-ID", lastEventId);
            }
            try {
                HttpResponse<InputStream> response =
                        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
                assertThat(response.statusCode()).isEqualTo(200);
                body = response.body();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            var thread = new Thread(this::read);
            thread.setDaemon(true);
            thread.start();
        }

        private void read() {
            String id = "";
            String type = "";
            var data = new StringBuilder();
            try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.isEmpty()) {
                        if (!data.isEmpty()) {
                            events.add(new Received(id, type, new ObjectMapper().readTree(data.toString())));
                        }
                        data.setLength(0);
                    } else if (line.startsWith(":")) {
                        comments.add(line);
                    } else {
                        String value = line.substring(line.indexOf(':') + 1).stripLeading();
                        if (line.startsWith("id")) {
                            id = value;
                        } else if (line.startsWith("event")) {
                            type = value;
                        } else if (line.startsWith("data")) {
                            data.append(value);
                        }
                    }
                }
            } catch (IOException e) {
                // closed by the test
            }
        }

        void awaitComment() {
            Awaitility.await().until(() -> !comments.isEmpty());
        }

        void await(int number) {
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> events.size() >= number);
        }

        List<String> types() {
            return events.stream().map(Received::type).toList();
        }

        @Override
        public void close() {
            try {
                body.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
