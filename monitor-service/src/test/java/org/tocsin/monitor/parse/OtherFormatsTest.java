package org.tocsin.monitor.parse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.monitor.parse.FeedReading.Readable;
import org.tocsin.monitor.parse.FeedReading.Unreadable;

import static org.assertj.core.api.Assertions.assertThat;

/** What is no news feed: alerts, sitemaps, web pages, APIs. */
class OtherFormatsTest {

    private static final URI BASE = URI.create("https://news.example.org/list");

    private static final String ALERT =
            """
            <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>A-7</identifier><sender>civil@example.org</sender>
             <sent>2025-07-15T08:00:00+04:30</sent><status>Actual</status><msgType>Alert</msgType>
             <info><language>en</language><event>Closure</event><headline>Border closed</headline>
              <description>The crossing is closed.</description><instruction>Stay away.</instruction>
              <web>https://civil.example.org/a-7</web><area><areaDesc>Torkham</areaDesc></area></info>
             <info><language>ps</language><headline>پوله وتړل شوه</headline><description>لاره بنده ده.</description></info>
            </alert>
            """;

    private final FeedReader reader = new FeedReader();

    @Test
    void anAlertIsOneEntryPerLanguage() {
        assertThat(feed(ALERT).entries())
                .containsExactly(
                        new FeedEntry(
                                "cap:civil@example.org,A-7,en",
                                URI.create("https://civil.example.org/a-7"),
                                "Border closed",
                                "The crossing is closed.\nStay away.\nTorkham",
                                Instant.parse("2025-07-15T03:30:00Z")),
                        new FeedEntry(
                                "cap:civil@example.org,A-7,ps",
                                BASE,
                                "پوله وتړل شوه",
                                "لاره بنده ده.",
                                Instant.parse("2025-07-15T03:30:00Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<status>Exercise<", "<status>Test<", "<status>Draft<", "<status>System<"})
    void exercisesAreNoReports(String status) {
        assertThat(feed(ALERT.replace("<status>Actual<", status)).entries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<msgType>Cancel<", "<msgType>Ack<", "<msgType>Error<"})
    void housekeepingIsNoReport(String type) {
        assertThat(feed(ALERT.replace("<msgType>Alert<", type)).entries()).isEmpty();
    }

    @Test
    void alertsComeInListsAndWithPrefixes() {
        String list = "<ns1:alerts xmlns:ns1=\"x\">"
                + ALERT.replaceAll("<(/?)(\\w)", "<$1cap:$2").repeat(2);

        assertThat(feed(list).entries()).hasSize(4);
    }

    @Test
    void aNewsSitemapNamesItsReports() {
        Feed feed = feed(
                """
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
                 <url><loc>https://news.example.org/1</loc><n:news><n:publication_date>2025-07-15</n:publication_date>
                  <n:title>One &amp; all</n:title></n:news></url>
                 <url><loc>https://news.example.org/about</loc></url></urlset>
                """);

        assertThat(feed.kind()).isEqualTo(Feed.Kind.LINKS);
        assertThat(feed.entries())
                .containsExactly(new FeedEntry(
                        null,
                        URI.create("https://news.example.org/1"),
                        "One & all",
                        "",
                        Instant.parse("2025-07-15T00:00:00Z")));
    }

    @Test
    void ofAPlainSitemapOnlyTheLatestPagesCount() {
        assertThat(
                        feed("""
                                <urlset><url><loc>/old</loc><lastmod>2025-06-01</lastmod></url><url><loc>/undated</loc></url>
                                <url><loc>/new</loc><lastmod>2025-07-15T08:00:00Z</lastmod></url></urlset>
                                """)
                                .entries())
                .extracting(FeedEntry::link)
                .containsExactly(URI.create("https://news.example.org/new"));
    }

    @Test
    void anIndexNamesItsLatestPartsFirst() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(
                    """
                    <sitemapindex><sitemap><loc>/a.xml</loc><lastmod>2025-07-01</lastmod></sitemap>
                    <sitemap><loc>/b.xml</loc><lastmod>2025-07-15</lastmod></sitemap></sitemapindex>
                    """
                            .getBytes(StandardCharsets.UTF_8));
        }

        assertThat(readable(reader.read(packed.toByteArray(), "application/gzip", BASE, false))
                        .nested())
                .containsExactly(
                        URI.create("https://news.example.org/b.xml"), URI.create("https://news.example.org/a.xml"));
    }

    private static final String PAGE =
            """
            <html lang="fa"><body><header><a href="/2025/07/15/0">A long headline in the page's own header</a></header>
            <nav><a href="/sections/the-world-and-more">The world, the region, the city</a></nav>
            <article><a href="/2025/07/15/1"><img></a><time datetime="2025-07-15T08:00:00Z"></time>
             <h2><a href="/2025/07/15/1">Thousands returned through the crossing</a></h2></article>
            <div class="x"><a href="https://other.example/2">Another paper's report about the crossing</a>
             <a href="/tag/borders">Everything that we know about borders</a><a href="/a.pdf">The whole report as a document</a>
             <a href="javascript:void(0)">Show me all of the other reports</a><a href="/s">Short</a></div></body></html>
            """;

    @Test
    void aPagesReportsAreFoundByTheirLooks() {
        Feed feed = readable(reader.readPage(bytes(PAGE), null, BASE, null));

        assertThat(feed.entries())
                .contains(new FeedEntry(
                        null,
                        URI.create("https://news.example.org/2025/07/15/1"),
                        "Thousands returned through the crossing",
                        "",
                        Instant.parse("2025-07-15T08:00:00Z")))
                .hasSize(2);
    }

    @Test
    void aSelectorDecidesWhereLooksDeceive() {
        assertThat(readable(reader.readPage(bytes(PAGE), null, BASE, ".x")).entries())
                .extracting(FeedEntry::title)
                .contains("Another paper's report about the crossing", "Short");
        assertThat(reader.readPage(bytes(PAGE), null, BASE, "#none")).isInstanceOf(Unreadable.class);
    }

    @Test
    void aPageThatNamesItsFeedIsNoFeedButSaysSo() {
        String page = "<html><head><link rel='alternate' type='application/rss+xml' href='/feed'></head><body>Hello";

        assertThat(reader.read(bytes(page), null, BASE, false))
                .isEqualTo(
                        new Unreadable("The address answered with a web page, not with a feed; the page names the feed"
                                + " https://news.example.org/feed."));
    }

    @Test
    void aPageWithAnElementCalledAlertIsAPage() {
        String page = "<!doctype html><html><body><alert class='x'>Cookies</alert><p>Hello";

        assertThat(reader.read(bytes(page), null, BASE, false)).isInstanceOf(Unreadable.class);
    }

    @Test
    void anApiIsReadByPointers() {
        FieldMapping mapping = new FieldMapping("/r", "/id", "/u", "/t", "/b", "/d");
        String json =
                "{\"r\":[{\"id\":1,\"u\":\"/1\",\"t\":\"One\",\"b\":[\"<p>A</p>\",\"B &amp; C\"],\"d\":1752566400},"
                        + "{\"id\":2,\"t\":null}]}";

        assertThat(readable(reader.readApi(bytes(json), null, BASE, mapping)).entries())
                .containsExactly(new FeedEntry(
                        "1",
                        URI.create("https://news.example.org/1"),
                        "One",
                        "A\nB & C",
                        Instant.parse("2025-07-15T08:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"r\":3}", "null", "{\"r\":[{\"x\":1}]}", "<html>"})
    void anApiThatAnswersOtherwiseGivesAReason(String json) {
        FieldMapping mapping = new FieldMapping("/r", null, null, "/t", null, null);

        assertThat(reader.readApi(bytes(json), null, BASE, mapping)).isInstanceOf(Unreadable.class);
    }

    @Test
    void aFeedTellsHowToComeAgain() {
        FeedHints hints =
                feed("""
                        <rss xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:atom="http://www.w3.org/2005/Atom">
                        <channel><sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>
                        <atom:link rel="self" href="/feed?a=1&amp;b=2"/><atom:link href='https://hub.example/' rel='hub'/>
                        <item><title>One</title></item></channel></rss>
                        """)
                        .hints();

        assertThat(hints.timeToLive()).isEqualTo(Duration.ofMinutes(15));
        assertThat(hints.push())
                .isEqualTo(new FeedHints.Push(
                        URI.create("https://hub.example/"), URI.create("https://news.example.org/feed?a=1&b=2")));
    }

    private Feed feed(String text) {
        return readable(reader.read(bytes(text), null, BASE, false));
    }

    private static Feed readable(FeedReading reading) {
        assertThat(reading).isInstanceOf(Readable.class);
        return ((Readable) reading).feed();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
