package org.tocsin.monitor.poll;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.monitor.support.Api;
import org.tocsin.monitor.support.FeedServer;
import org.tocsin.monitor.support.FeedServer.Answer;
import org.tocsin.platform.testing.TocsinStack;
import org.tocsin.platform.token.Roles;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Sources whose reports are not in a feed: on pages, in alerts, behind an API; and publishers who say no. */
@QuarkusTest
@WithTestResource(TocsinStack.class)
class SourceFormatsTest {

    @Inject
    Poller poller;

    @Inject
    AgroalDataSource database;

    private final FeedServer server = new FeedServer();
    private final Set<String> sources = new HashSet<>();

    /** What is stored of a document. */
    private record Stored(String title, String text, String url) {}

    @AfterEach
    void removeSources() {
        sources.forEach(Api::removeSource);
        server.close();
    }

    @Test
    void aTeaserIsCompletedByItsPage() throws IOException {
        server.feed("/feed", FeedServer.rss(FeedServer.item("story", "Crossing", "Buses have been leaving …")));
        server.answer("/story", Answer.of(200, "Content-Type", "text/html").with(article("blog-engine")));
        String source = source("/feed", Map.of("fullArticles", true));

        poll(source, health -> "OK".equals(health.get("state")));

        assertThat(stored(source)).singleElement().satisfies(document -> {
            assertThat(document.title()).isEqualTo("Crossing");
            assertThat(document.text())
                    .contains("“They asked for the paper")
                    .doesNotContain("Thank you for this report", "Most read");
        });
    }

    @Test
    void aTeaserWhosePageFailsIsTakenInAsItIs() {
        server.feed("/feed", FeedServer.rss(FeedServer.item("gone", "Crossing", "Buses have been leaving …")));
        server.answer("/gone", Answer.of(500));
        String source = source("/feed", Map.of("fullArticles", true));

        poll(source, health -> "Read 1 entries, 1 of them new.".equals(health.get("reason")));

        assertThat(stored(source)).extracting(Stored::text).containsExactly("Buses have been leaving …");
    }

    @Test
    void withoutBeingAskedNoPageIsFetched() {
        server.feed("/feed", FeedServer.rss(FeedServer.item("story", "Crossing", "Buses …")));
        String source = source("/feed", Map.of());

        poll(source, health -> "OK".equals(health.get("state")));

        assertThat(server.asked("/story")).isEmpty();
    }

    @Test
    void aListOfLinksBecomesItsReports() throws IOException {
        server.answer(
                "/news",
                Answer.of(200, "Content-Type", "text/html")
                        .with(
                                """
                <html><body><nav><a href="/about">About this newspaper and its people</a></nav><main><ul>
                <li><a href="/2025/07/15/one">Thousands returned through the desert crossing</a></li>
                <li><a href="/2025/07/15/two">A headline whose page cannot be read today</a></li>
                <li><a href="/topics/water">All reports on the topic of water</a></li></ul></main></body></html>
                """));
        server.answer(
                "/2025/07/15/one", Answer.of(200, "Content-Type", "text/html").with(article("generated-class-names")));
        server.answer("/2025/07/15/two", Answer.of(503));
        String source = source("/news", Map.of("format", "html"));

        poll(source, health -> String.valueOf(health.get("reason")).contains("1 wait for the next visit"));
        assertThat(stored(source))
                .extracting(Stored::title)
                .containsExactly("Thousands returned through desert crossing");
        for (int visit = 2; visit <= 3; visit++) {
            Api.pollNow(source);
            int visits = visit;
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
                poller.pollDue();
                return server.asked("/2025/07/15/two").size() == visits;
            });
        }
        Awaitility.await().until(() -> stored(source).size() == 2);

        assertThat(server.asked("/2025/07/15/one")).hasSize(1);
        assertThat(server.asked("/about")).isEmpty();
        assertThat(server.asked("/topics/water")).isEmpty();
    }

    @Test
    void aNewsSitemapBecomesItsReports() throws IOException {
        server.feed("/index.xml", "<sitemapindex><sitemap><loc>/news.xml</loc></sitemap></sitemapindex>");
        server.feed(
                "/news.xml",
                """
                <urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>/story</loc><news:news>
                <news:publication_date>2025-07-15T08:00:00Z</news:publication_date><news:title>Crossing</news:title>
                </news:news></url></urlset>
                """);
        server.answer("/story", Answer.of(200, "Content-Type", "text/html").with(article("newspaper-linked-data")));
        String source = source("/index.xml", Map.of("format", "sitemap"));

        poll(source, health -> "OK".equals(health.get("state")));

        assertThat(stored(source)).singleElement().satisfies(document -> assertThat(document.text())
                .contains("4,120 people came through the gate"));
    }

    @Test
    void anIndexOfAlertsBecomesItsActualAlerts() {
        server.feed(
                "/alerts.atom",
                """
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Alerts</title><id>urn:x</id><updated>2025-07-15T08:00:00Z</updated>
                <entry><title>A</title><id>urn:1</id><updated>2025-07-15T08:00:00Z</updated>
                 <link href="/page-1"/><link type="application/cap+xml" href="/cap-1"/></entry>
                <entry><title>B</title><id>urn:2</id><updated>2025-07-15T08:00:00Z</updated>
                 <link type="application/cap+xml" href="/cap-2"/></entry></feed>
                """);
        server.feed("/cap-1", cap("Actual"));
        server.feed("/cap-2", cap("Exercise"));
        String source = source("/alerts.atom", Map.of());

        poll(source, health -> "OK".equals(health.get("state")));
        Api.pollNow(source);
        Awaitility.await().until(() -> {
            poller.pollDue();
            return server.asked("/alerts.atom").size() == 2;
        });

        assertThat(stored(source)).singleElement().satisfies(document -> {
            assertThat(document.title()).isEqualTo("Border closed at Torkham");
            assertThat(document.text()).contains("closed until further notice", "Torkham crossing");
        });
        assertThat(server.asked("/cap-1")).hasSize(1);
        assertThat(server.asked("/cap-2")).hasSize(1);
    }

    @Test
    void anApiIsReadByItsMapping() {
        server.answer(
                "/api",
                Answer.of(200, "Content-Type", "application/json")
                        .with(
                                """
                {"data":[{"id":7,"fields":{"title":"Crossing","url":"/r/7","body":"<p>One.</p><p>Two.</p>",
                 "date":{"created":"2025-07-15T08:00:00+00:00"}}}]}
                """));
        Map<String, String> mapping = Map.of(
                "items",
                "/data",
                "id",
                "/id",
                "url",
                "/fields/url",
                "title",
                "/fields/title",
                "text",
                "/fields/body",
                "publishedAt",
                "/fields/date/created");
        String source = source("/api", Map.of("format", "json", "mapping", mapping));

        poll(source, health -> "OK".equals(health.get("state")));

        assertThat(stored(source)).containsExactly(new Stored("Crossing", "One.\nTwo.", server.url("/r/7")));
    }

    @Test
    void whatRobotsTxtForbidsIsNotFetched() {
        server.answer("/robots.txt", Answer.of(200).with("User-agent: tocsin\nDisallow: /private/\n"));
        server.feed("/private/feed", FeedServer.rss(FeedServer.item("p", "One", "Text")));
        server.feed("/public/feed", FeedServer.rss(FeedServer.item("q", "One", "Text")));
        String forbidden = source("/private/feed", Map.of());
        String allowed = source("/public/feed", Map.of());

        poll(forbidden, health -> "FAILING".equals(health.get("state")));
        poll(allowed, health -> "OK".equals(health.get("state")));

        assertThat(String.valueOf(Api.health(forbidden).get("reason"))).contains("robots.txt");
        assertThat(server.asked("/private/feed")).isEmpty();
        assertThat(server.asked("/robots.txt")).hasSize(1);
    }

    @Test
    void aPublisherCanAllowWhatRobotsTxtForbids() {
        server.answer("/robots.txt", Answer.of(200).with("User-agent: *\nDisallow: /\n"));
        server.feed("/feed", FeedServer.rss(FeedServer.item("p", "One", "Text")));
        String source = source("/feed", Map.of("ignoreRobots", true));

        poll(source, health -> "OK".equals(health.get("state")));
    }

    @Test
    void aServerThatCannotSayWhatItAllowsIsLeftAlone() {
        server.answer("/robots.txt", Answer.of(503));
        server.feed("/feed", FeedServer.rss(FeedServer.item("p", "One", "Text")));
        String source = source("/feed", Map.of());

        poll(source, health -> "FAILING".equals(health.get("state")));

        assertThat(server.asked("/feed")).isEmpty();
    }

    private static String cap(String status) {
        return """
                <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>%s</identifier><sender>a@b</sender>
                <sent>2025-07-15T08:00:00+04:30</sent><status>%s</status><msgType>Alert</msgType><scope>Public</scope>
                <info><language>en</language><category>Security</category><event>Closure</event>
                <headline>Border closed at Torkham</headline><description>The crossing is closed until further notice.</description>
                <area><areaDesc>Torkham crossing</areaDesc></area></info></alert>
                """
                .formatted(UUID.randomUUID(), status);
    }

    private static String article(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/articles", name + ".html"));
    }

    private String source(String path, Map<String, Object> reading) {
        Map<String, Object> request = new HashMap<>(reading);
        request.put("name", "Source of a test");
        request.put("url", server.url(path));
        request.put("pollInterval", "PT10M");
        String id = Api.as(Roles.ADMIN)
                .body(request)
                .post("/api/v1/sources")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        sources.add(id);
        return id;
    }

    private void poll(String source, Predicate<Map<String, Object>> healthy) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            poller.pollDue();
            return healthy.test(Api.health(source));
        });
    }

    private List<Stored> stored(String source) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT title, text, url FROM document WHERE source_id = ? ORDER BY id")) {
            select.setObject(1, UUID.fromString(source));
            List<Stored> stored = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    stored.add(new Stored(row.getString(1), row.getString(2), row.getString(3)));
                }
            }
            return stored;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
