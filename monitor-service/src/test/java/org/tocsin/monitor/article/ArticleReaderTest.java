package org.tocsin.monitor.article;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/** Pages of many kinds, in which the report's own elements are marked by {@code data-text}. */
class ArticleReaderTest {

    private static final Path PAGES = Path.of("src/test/resources/articles");
    private static final URI BASE = URI.create("https://news.example.org/2025/07/15/crossing");

    private final ArticleReader reader = new ArticleReader();

    /** A page as published, and the text of the report on it. */
    private record Labelled(String name, String html, String text) {

        static Labelled read(Path file) {
            try {
                Document page = Jsoup.parse(Files.readString(file));
                String text =
                        page.select("[data-text]").stream().map(Element::text).collect(Collectors.joining("\n"));
                page.select("span[data-text]").unwrap();
                page.select("[data-text]").removeAttr("data-text");
                return new Labelled(file.getFileName().toString(), page.outerHtml(), text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Labelled> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.sorted().map(Labelled::read).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void findsTheReport(Labelled page) {
        Article article = reader.read(page.html(), BASE).orElseThrow();
        Overlap overlap = Overlap.of(page.text(), article.text());

        assertThat(overlap.recall()).as(article.text()).isGreaterThan(0.8);
        assertThat(overlap.precision()).as(article.text()).isGreaterThan(0.85);
    }

    @Test
    void isBetterThanReadabilityAlone() throws IOException {
        List<Overlap> own = new ArrayList<>();
        List<Overlap> alone = new ArrayList<>();
        for (Labelled page : pages().toList()) {
            own.add(Overlap.of(
                    page.text(),
                    reader.read(page.html(), BASE).map(Article::text).orElse("")));
            alone.add(Overlap.of(page.text(), new BlockText(ArticleReader.readabilityAlone(page.html(), BASE)).text()));
        }

        assertThat(Overlap.mean(own).f1())
                .isGreaterThan(0.955)
                .isGreaterThan(Overlap.mean(alone).f1());
    }

    @Test
    void readsTitleAndDateOfThePage() throws IOException {
        String html = Files.readString(PAGES.resolve("newspaper-linked-data.html"));

        assertThat(reader.read(html, BASE)).hasValueSatisfying(article -> {
            assertThat(article.title()).isEqualTo("Thousands returned through desert crossing");
            assertThat(article.publishedAt()).isEqualTo("2025-07-15T08:00:00Z");
        });
    }

    @Test
    void readsPagesInTheirOwnEncoding() throws IOException {
        String html = Files.readString(PAGES.resolve("french-broadcaster.html"))
                .replace("<meta charset=\"utf-8\">", "<meta charset=\"iso-8859-1\">");

        assertThat(reader.read(html.getBytes(Charset.forName("windows-1252")), "text/html", BASE))
                .hasValueSatisfying(article -> assertThat(article.text()).contains("interpellées deux jours plus tôt"));
    }

    @Test
    void findsNothingWhereThereIsNoReport() {
        assertThat(reader.read("", BASE)).isEmpty();
        assertThat(reader.read("<html><body><a href='/1'>One</a><p>Please sign in.</p>", BASE))
                .isEmpty();
        assertThat(reader.read("\u0000\u0001\u0002 no page at all", BASE)).isEmpty();
        assertThat(reader.read("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",", BASE))
                .isEmpty();
    }

    @Test
    void survivesAnyDamage() throws IOException {
        Random random = new Random(7);
        for (Labelled page : pages().toList()) {
            for (int i = 0; i < 20; i++) {
                byte[] bytes = page.html().getBytes(StandardCharsets.UTF_8);
                for (int hit = 0; hit < 1 + random.nextInt(40); hit++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                assertThat(reader.read(bytes, "text/html", BASE)).isNotNull();
            }
        }
    }

    @Test
    void readsLargeAndDeepPagesInTime() {
        String paragraph = "<p>Buses have been leaving the holding centre since early morning, drivers said.</p>";
        Stream.of(
                        paragraph.repeat(20_000),
                        "<div>".repeat(200_000) + paragraph.repeat(10),
                        "<div class=\"related share\">".repeat(50_000) + paragraph.repeat(1_000),
                        "<span><b>".repeat(150_000),
                        "<a href=x>link</a> ".repeat(80_000),
                        "<table><tr><td>".repeat(60_000) + paragraph,
                        "<!-- ".repeat(300_000),
                        "a ".repeat(1_000_000))
                .forEach(html -> assertTimeout(Duration.ofSeconds(60), () -> assertThat(reader.read(html, BASE))
                        .isNotNull()));
    }
}
