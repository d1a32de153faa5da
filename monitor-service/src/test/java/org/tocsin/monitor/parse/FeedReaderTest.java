package org.tocsin.monitor.parse;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.monitor.parse.FeedReading.Readable;
import org.tocsin.monitor.parse.FeedReading.Unreadable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class FeedReaderTest {

    private static final URI BASE = URI.create("https://news.example.org/feeds/all.xml");

    private static final String RSS =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
             <channel><title>Hirmand Daily</title><language>en</language><ttl>30</ttl>
              <skipHours><hour>1</hour><hour>2</hour></skipHours>
              <item><title>Visas &amp;amp; borders</title><link>/2025/1</link><guid isPermaLink="false">h-1</guid>
               <pubDate>Mon, 14 Jul 2025 06:20:00 GMT</pubDate>
               <description>Teaser.</description>
               <content:encoded><![CDATA[<p>Iran expelled <b>29,000</b> people.</p><p>More follows.</p>]]></content:encoded>
              </item>
              <item><title>Second</title><link>https://news.example.org/2025/2</link>
               <pubDate>Mon, 14 Jul 2025 07:20:00 GMT</pubDate><description>Two.</description></item>
             </channel></rss>
            """;

    private final FeedReader reader = new FeedReader();

    @Test
    void readsRss() {
        Feed feed = readable(RSS);

        assertThat(feed.language()).isEqualTo("en");
        assertThat(feed.hints().timeToLive()).isEqualTo(Duration.ofMinutes(30));
        assertThat(feed.hints().skipHours()).containsExactlyInAnyOrder(1, 2);
        assertThat(feed.entries())
                .first()
                .isEqualTo(new FeedEntry(
                        "h-1",
                        URI.create("https://news.example.org/2025/1"),
                        "Visas & borders",
                        "Iran expelled 29,000 people.\nMore follows.",
                        Instant.parse("2025-07-14T06:20:00Z")));
        assertThat(feed.entries()).hasSize(2);
    }

    @Test
    void readsAtom() {
        Feed feed = readable(
                """
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fa">
                 <title>پیام شرق</title><id>urn:feed</id><updated>2025-07-14T06:20:00Z</updated>
                 <entry><title type="html">اخراج &amp;lt;b&amp;gt;مهاجران</title><id>urn:1</id>
                  <link rel="self" href="https://news.example.org/self"/>
                  <link rel="alternate" href="../2025/1"/>
                  <published>2025-07-13T06:20:00+03:30</published><updated>2025-07-14T06:20:00Z</updated>
                  <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>یک</p><p>دو</p></div></content>
                 </entry></feed>
                """);

        assertThat(feed.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.guid()).isEqualTo("urn:1");
            assertThat(entry.link()).isEqualTo(URI.create("https://news.example.org/2025/1"));
            assertThat(entry.text()).isEqualTo("یک\nدو");
            assertThat(entry.publishedAt()).isEqualTo("2025-07-13T02:50:00Z");
        });
    }

    @Test
    void readsRdf() {
        Feed feed = readable(
                """
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                  xmlns:dc="http://purl.org/dc/elements/1.1/">
                 <channel rdf:about="https://news.example.org/"><title>T</title><link>https://news.example.org/</link></channel>
                 <item rdf:about="https://news.example.org/1"><title>One</title>
                  <link>https://news.example.org/1</link><description>Text.</description>
                  <dc:date>2025-07-14T06:20:00+00:00</dc:date></item></rdf:RDF>
                """);

        assertThat(feed.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.link()).isEqualTo(URI.create("https://news.example.org/1"));
            assertThat(entry.publishedAt()).isEqualTo("2025-07-14T06:20:00Z");
        });
    }

    @Test
    void readsJsonFeed() {
        Feed feed = readable(
                """
                {"version":"https://jsonfeed.org/version/1.1","title":"T","language":"de","items":[
                 {"id":"1","url":"https://news.example.org/1","title":"Eins","content_html":"<p>Ein Charter mit 81</p>",
                  "date_published":"2025-07-18T08:00:00+02:00"},{"id":"2"}]}
                """);

        assertThat(feed.language()).isEqualTo("de");
        assertThat(feed.entries())
                .containsExactly(new FeedEntry(
                        "1",
                        URI.create("https://news.example.org/1"),
                        "Eins",
                        "Ein Charter mit 81",
                        Instant.parse("2025-07-18T06:00:00Z")));
    }

    @Test
    void readsVersionlessRss() {
        assertThat(readable(RSS.replace(" version=\"2.0\"", "")).entries()).hasSize(2);
    }

    @Test
    void readsRssWithItsOldDocumentType() {
        String old = RSS.replace(
                "<rss",
                """
                <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
                  "http://my.netscape.com/publish/formats/rss-0.91.dtd">
                <rss""");

        assertThat(readable(old).entries()).hasSize(2);
    }

    @Test
    void readsChannelDefinitionFormat() {
        Feed feed = readable(
                """
                <CHANNEL HREF="https://news.example.org/"><ITEM HREF="https://news.example.org/1" LASTMOD="1998-11-05">
                <TITLE>One</TITLE><ABSTRACT>Text.</ABSTRACT></ITEM></CHANNEL>
                """);

        assertThat(feed.entries())
                .containsExactly(new FeedEntry(null, URI.create("https://news.example.org/1"), "One", "Text.", null));
    }

    @Test
    void readsWhatStandsBeforeATruncation() {
        String truncated = RSS.substring(0, RSS.indexOf("Two."));

        assertThat(readable(truncated).entries())
                .extracting(FeedEntry::title)
                .containsExactly("Visas & borders", "Second");
    }

    @Test
    void leavesTheEntryThatWeCutForALaterPoll() {
        String cut = RSS.substring(0, RSS.indexOf("Two."));
        FeedReading reading = reader.read(cut.getBytes(StandardCharsets.UTF_8), null, BASE, true);

        assertThat(reading).asInstanceOf(type(Readable.class)).satisfies(readable -> assertThat(
                        readable.feed().entries())
                .extracting(FeedEntry::title)
                .containsExactly("Visas & borders"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n\n  ", "<br />\n", "Warning: mysql_connect()\n", "\u0000\u0001", "<!-- cached -->"})
    void overlooksJunkBeforeTheFeed(String junk) {
        assertThat(readable(junk + RSS).entries()).hasSize(2);
    }

    @Test
    void overlooksUndeclaredNamespacesAndEntities() {
        String damaged = RSS.replace(" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"", "")
                .replace("Second", "Caf&eacute; &nbsp;closed &unknown;")
                .replace("Two.", "Two & <b>three</i> \u0008.");

        Feed feed = readable(damaged);

        assertThat(feed.entries()).hasSize(2);
        assertThat(feed.entries().get(0).text()).startsWith("Iran expelled 29,000 people.");
        assertThat(feed.entries().get(1).title()).startsWith("Café closed");
        assertThat(feed.entries().get(1).text()).startsWith("Two & three");
    }

    @Test
    void readsDatesThatTheStrictReaderGivesUp() {
        String odd = RSS.replace("Mon, 14 Jul 2025 07:20:00 GMT", "2025-07-14 07:20:00 +0430 ");

        assertThat(readable(odd).entries().get(1).publishedAt()).isEqualTo("2025-07-14T02:50:00Z");
    }

    @Test
    void neverExpandsEntities() {
        String bomb =
                """
                <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
                <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><rss version="2.0"><channel>
                <item><title>One &c;</title></item></channel></rss>
                """;

        assertThat(readable(bomb).entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.title()).startsWith("One").doesNotContain("haha"));
    }

    @Test
    void neverReadsLocalFiles() {
        String hostile =
                """
                <!DOCTYPE rss [<!ENTITY file SYSTEM "file:///etc/passwd">]>
                <rss version="2.0"><channel><item><title>One &file;</title></item></channel></rss>
                """;
        String byDocumentType =
                """
                <!DOCTYPE rss SYSTEM "file:///etc/passwd">
                <rss version="2.0"><channel><item><title>One &file;</title></item></channel></rss>
                """;

        for (String feed : List.of(hostile, byDocumentType)) {
            assertThat(readable(feed).entries()).singleElement().satisfies(entry -> assertThat(entry.title())
                    .doesNotContain("root:"));
        }
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(reason("<!DOCTYPE html><html><body>Not found</body></html>")).contains("web page");
        assertThat(reason("just text")).contains("neither");
        assertThat(reason("  ")).contains("empty");
        assertThat(reason("{\"items\": 3}")).contains("no list of items");
        assertThat(reason("{\"items\": [")).contains("damaged at line 1");
    }

    @Test
    void acceptsAFeedWithoutEntries() {
        assertThat(readable("<rss version=\"2.0\"><channel><title>T</title></channel></rss>")
                        .entries())
                .isEmpty();
    }

    @Test
    void survivesAnyDamage() {
        Random random = new Random(42);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = RSS.getBytes(StandardCharsets.UTF_8);
            for (int hit = 0; hit < 1 + random.nextInt(20); hit++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(reader.read(bytes, null, BASE, false)).isNotNull();
        }
    }

    @Test
    void readsLargeAndDeepFeedsInTime() {
        String item = RSS.substring(RSS.indexOf("<item>"), RSS.indexOf("</item>") + 7);
        String large = RSS.replace(item, item.repeat(5_000));
        String deep = "<rss version=\"2.0\"><channel><item><title>One</title>" + "<a>".repeat(50_000);

        assertTimeout(Duration.ofSeconds(20), () -> assertThat(readable(large).entries())
                .hasSize(5_001));
        assertTimeout(Duration.ofSeconds(20), () -> assertThat(readable(deep).entries())
                .hasSize(1));
    }

    private Feed readable(String text) {
        FeedReading reading = reader.read(text.getBytes(StandardCharsets.UTF_8), "text/xml", BASE, false);
        assertThat(reading).isInstanceOf(Readable.class);
        return ((Readable) reading).feed();
    }

    private String reason(String text) {
        FeedReading reading = reader.read(text.getBytes(StandardCharsets.UTF_8), "text/xml", BASE, false);
        assertThat(reading).isInstanceOf(Unreadable.class);
        return ((Unreadable) reading).reason();
    }
}
