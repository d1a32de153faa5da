package org.tocsin.monitor.parse;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.monitor.parse.FeedReading.Readable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/** Every kind of damage that the public suites of feed parsers know, done to feeds of every format and script. */
class DamagedFeedsTest {

    private static final URI BASE = URI.create("https://news.example.org/feeds/all.xml");
    /** Part of the damaged feeds that must give all their entries with their texts. */
    private static final double TARGET = 0.99;

    private static final List<String> LATIN =
            List.of("Border closed", "Frontière fermée à l’aube", "Zurück über die Grenze", "Los niños «sin papeles»");
    private static final List<String> ARABIC =
            List.of("ورود مهاجران به هرات", "اخراج چهار هزار نفر", "إغلاق معبر الحدود", "سرحد بند کر دی گئی");

    private final FeedReader reader = new FeedReader();

    /** What is done to a feed's text, and how it is written. */
    private record Damage(Function<String, String> text, Function<String, byte[]> bytes, String contentType) {

        static Damage text(Function<String, String> text) {
            return new Damage(text, DamagedFeedsTest::utf8, "text/xml");
        }

        static Damage bytes(Function<String, byte[]> bytes, String contentType) {
            return new Damage(Function.identity(), bytes, contentType);
        }
    }

    private record Case(String name, byte[] body, String contentType, List<String> titles) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Map<String, Function<List<String>, String>> formats() {
        Map<String, Function<List<String>, String>> formats = new LinkedHashMap<>();
        formats.put("rss 2.0", titles -> rss("<rss version=\"2.0\" " + NAMESPACES + ">", titles));
        formats.put("rss 0.91", titles -> rss("<rss version=\"0.91\">", titles));
        formats.put("rss without version", titles -> rss("<rss>", titles));
        formats.put("rss of an unknown version", titles -> rss("<rss version=\"3.7\">", titles));
        formats.put("rdf 1.0", titles -> rdf("http://purl.org/rss/1.0/", titles));
        formats.put("rdf 0.90", titles -> rdf("http://my.netscape.com/rdf/simple/0.9/", titles));
        formats.put("atom 1.0", titles -> atom("http://www.w3.org/2005/Atom", titles));
        formats.put("atom 0.3", titles -> atom("http://purl.org/atom/ns#", titles));
        formats.put("cdf", DamagedFeedsTest::cdf);
        return formats;
    }

    private static final String NAMESPACES =
            "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";

    static Map<String, Damage> damages() {
        Map<String, Damage> damages = new LinkedHashMap<>();
        damages.put("none", Damage.text(Function.identity()));
        damages.put("undeclared namespaces", Damage.text(xml -> xml.replaceAll(" xmlns:\\w+=\"[^\"]*\"", "")));
        damages.put("no namespaces at all", Damage.text(xml -> xml.replaceAll(" xmlns(:\\w+)?=\"[^\"]*\"", "")));
        damages.put("blank lines before", Damage.text(xml -> "\n \t\n" + xml));
        damages.put(
                "warning before",
                Damage.text(xml -> "<br />\n<b>Warning</b>: mysql_connect() in feed.php<br />" + xml));
        damages.put("comment before", Damage.text(xml -> "<!-- cached <feed> -->\n" + xml));
        damages.put("control characters before", Damage.text(xml -> "\u0000\u0001\u0008" + xml));
        damages.put("junk behind", Damage.text(xml -> xml + "<script>track()</script>\n<!-- 0.2 s -->"));
        damages.put(
                "document type", Damage.text(xml -> declared(xml, "<!DOCTYPE rss SYSTEM \"http://x.example/a.dtd\">")));
        damages.put(
                "entities declared", Damage.text(xml -> declared(xml, "<!DOCTYPE rss [<!ENTITY nbsp \"&#160;\">]>")));
        damages.put("truncated", Damage.text(xml -> xml.substring(0, xml.lastIndexOf("</"))));
        damages.put("truncated in the last text", Damage.text(DamagedFeedsTest::truncated));
        damages.put("bare ampersands", Damage.text(xml -> xml.replace("Text of", "A & B &c Text of")));
        damages.put("unknown entities", Damage.text(xml -> xml.replace("Text of", "&nbsp;&eacute;&unknown; Text of")));
        damages.put("ill-nested markup", Damage.text(xml -> xml.replace("Text of", "<b><i>x</b></i> Text of")));
        damages.put("unclosed markup", Damage.text(xml -> xml.replace("Text of", "<p>x<br><img src=y> Text of")));
        damages.put(
                "control characters within", Damage.text(xml -> xml.replace("Text of", "\u0008\u000B\u001F Text of")));
        damages.put("unquoted attributes", Damage.text(xml -> xml.replaceAll("version=\"([^\"]*)\"", "version=$1")));
        damages.put(
                "wrong case", Damage.text(xml -> xml.replace("title>", "TITLE>").replace("Title>", "TITLE>")));
        damages.put("dates of no format", Damage.text(xml -> xml.replaceAll("2025-07-14T0\\d:20:00Z", "a while ago")));
        damages.put("stray end tags", Damage.text(xml -> xml.replace("<title>", "</font><title>")));
        damages.put("wrong header", Damage.bytes(DamagedFeedsTest::utf8, "text/xml; charset=iso-8859-1"));
        damages.put("unknown encoding", Damage.bytes(xml -> utf8(declares(xml, "utf8x")), "text/xml; charset=klingon"));
        damages.put("declared as UTF-16", Damage.bytes(xml -> utf8(declares(xml, "UTF-16")), "text/xml"));
        damages.put(
                "two byte order marks", Damage.bytes(xml -> utf8("\uFEFF\uFEFF" + xml), "text/xml; charset=us-ascii"));
        damages.put(
                "UTF-16 with mark",
                Damage.bytes(xml -> ("\uFEFF" + xml).getBytes(StandardCharsets.UTF_16LE), "text/xml"));
        damages.put("UTF-16 without mark", Damage.bytes(xml -> xml.getBytes(StandardCharsets.UTF_16BE), "text/xml"));
        damages.put(
                "encoded twice as Latin-1", Damage.bytes(xml -> twice(xml, StandardCharsets.ISO_8859_1), "text/xml"));
        damages.put("encoded twice as Windows", Damage.bytes(DamagedFeedsTest::twiceAsWindows, "text/xml"));
        damages.put("one damaged byte", Damage.bytes(DamagedFeedsTest::oneBadByte, "text/xml; charset=utf-8"));
        return damages;
    }

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        formats().forEach((format, feed) -> damages().forEach((name, damage) -> {
            for (List<String> titles : List.of(LATIN, ARABIC)) {
                byte[] body = damage.bytes().apply(damage.text().apply(feed.apply(titles)));
                cases.add(new Case(format + ", " + name, body, damage.contentType(), titles));
            }
        }));
        formats().forEach((format, feed) -> {
            byte[] western = declares(feed.apply(LATIN), "utf-8").getBytes(Charset.forName("windows-1252"));
            byte[] arabic =
                    declares(feed.apply(ARABIC.subList(2, 3)), "utf-8").getBytes(Charset.forName("windows-1256"));
            cases.add(new Case(format + ", western said to be UTF-8", western, "text/xml; charset=utf-8", LATIN));
            cases.add(new Case(format + ", Arabic said to be UTF-8", arabic, "text/xml", ARABIC.subList(2, 3)));
        });
        return cases;
    }

    @Test
    void damagedFeedsGiveTheirEntries() {
        List<Case> cases = cases();
        List<String> lost = cases.stream()
                .filter(damaged -> !isRead(damaged))
                .map(Case::name)
                .toList();

        assertThat((double) lost.size() / cases.size())
                .as("of %d lost %s", cases.size(), lost)
                .isLessThanOrEqualTo(1 - TARGET);
    }

    static Stream<String> hostile() {
        String item = "<item><title>One</title><description>Text</description></item>";
        return Stream.of(
                "<rss><channel>" + item.repeat(25_000),
                "<rss><channel><item>" + "<a>".repeat(600_000),
                "<rss><channel><item>" + "</a>".repeat(400_000),
                "<rss>" + "<!-- ".repeat(400_000),
                "<rss>" + "<![CDATA[".repeat(200_000),
                "<rss " + "a=\"b\" ".repeat(250_000) + ">" + item,
                "<rss>" + "<!DOCTYPE ".repeat(180_000),
                "<rss><skipHours>".repeat(120_000),
                "<rss><link rel=".repeat(120_000),
                "<rss><channel><item><title>" + "&amp;".repeat(400_000),
                "<rss><channel><item><title>" + "&#".repeat(900_000),
                "<alert><identifier>1</identifier><info>".repeat(50_000),
                "<urlset>" + "<url><loc>/a</loc><lastmod>2025-07-14</lastmod></url>".repeat(35_000),
                "<urlset>" + "<url><news:news>".repeat(120_000),
                "{\"items\":[" + "{\"title\":\"a\"},".repeat(130_000),
                "{\"items\":" + "[".repeat(1_900_000),
                "<rss><item>" + "Ã©".repeat(700_000),
                "<".repeat(2_000_000));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileFeedsAreReadInTime(String text) {
        assertTimeout(Duration.ofSeconds(30), () -> {
            assertThat(reader.read(utf8(text), null, BASE, false)).isNotNull();
            assertThat(reader.readPage(utf8(text), null, BASE, null)).isNotNull();
        });
    }

    @Test
    void anyBytesAreSurvived() {
        Random random = new Random(11);
        List<Case> cases = cases();
        for (int i = 0; i < 2_000; i++) {
            byte[] body = cases.get(random.nextInt(cases.size())).body().clone();
            for (int hit = 0; hit < 1 + random.nextInt(30); hit++) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            assertThat(reader.read(body, null, BASE, random.nextBoolean())).isNotNull();
        }
    }

    private boolean isRead(Case damaged) {
        return reader.read(damaged.body(), damaged.contentType(), BASE, false) instanceof Readable readable
                && readable.feed().entries().size() == damaged.titles().size()
                && readable.feed().entries().stream()
                        .map(FeedEntry::title)
                        .toList()
                        .equals(damaged.titles())
                && readable.feed().entries().stream()
                        .allMatch(entry -> entry.link() != null && entry.text().contains("Text of"));
    }

    private static String rss(String root, List<String> titles) {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < titles.size(); i++) {
            items.append(
                    "<item><title>%s</title><link>/2025/%d</link><pubDate>2025-07-14T0%d:20:00Z</pubDate><description>Text of %s</description></item>"
                            .formatted(titles.get(i), i, i, titles.get(i)));
        }
        return XML + root + "<channel><title>T</title>" + items + "</channel></rss>";
    }

    private static final String XML = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

    private static String rdf(String namespace, List<String> titles) {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < titles.size(); i++) {
            items.append(
                    "<item rdf:about=\"https://news.example.org/%d\"><title>%s</title><link>https://news.example.org/%d</link><description>Text of %s</description><dc:date>2025-07-14T0%d:20:00Z</dc:date></item>"
                            .formatted(i, titles.get(i), i, titles.get(i), i));
        }
        return XML + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"" + namespace + "\" "
                + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel rdf:about=\"https://news.example.org/\">"
                + "<title>T</title><link>https://news.example.org/</link></channel>" + items + "</rdf:RDF>";
    }

    private static String atom(String namespace, List<String> titles) {
        StringBuilder entries = new StringBuilder();
        for (int i = 0; i < titles.size(); i++) {
            entries.append(
                    "<entry><title>%s</title><id>urn:%d</id><link rel=\"alternate\" type=\"text/html\" href=\"/2025/%d\"/><updated>2025-07-14T0%d:20:00Z</updated><summary>Text of %s</summary></entry>"
                            .formatted(titles.get(i), i, i, i, titles.get(i)));
        }
        return XML + "<feed version=\"0.3\" xmlns=\"" + namespace + "\"><title>T</title><id>urn:f</id>"
                + "<updated>2025-07-14T06:20:00Z</updated>" + entries + "</feed>";
    }

    private static String cdf(List<String> titles) {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < titles.size(); i++) {
            items.append(
                    "<ITEM HREF=\"https://news.example.org/%d\" LASTMOD=\"2025-07-14T0%d:20:00Z\"><Title>%s</Title><Abstract>Text of %s</Abstract></ITEM>"
                            .formatted(i, i, titles.get(i), titles.get(i)));
        }
        return XML + "<CHANNEL HREF=\"https://news.example.org/\"><Title>T</Title>" + items + "</CHANNEL>";
    }

    private static String truncated(String xml) {
        return xml.substring(0, xml.lastIndexOf("Text of") + "Text of the".length());
    }

    private static String declared(String xml, String type) {
        return xml.replace(XML, XML + type + "\n");
    }

    private static String declares(String xml, String encoding) {
        return xml.replace("encoding=\"utf-8\"", "encoding=\"" + encoding + "\"");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] twice(String xml, Charset misread) {
        return utf8(new String(utf8(xml), misread));
    }

    /** As browsers misread: bytes that Windows has no letter for stay what they are. */
    private static byte[] twiceAsWindows(String xml) {
        StringBuilder misread = new StringBuilder();
        for (byte b : utf8(xml)) {
            String letter = new String(new byte[] {b}, Charset.forName("windows-1252"));
            misread.append(letter.equals("\uFFFD") ? String.valueOf((char) (b & 0xFF)) : letter);
        }
        return utf8(misread.toString());
    }

    private static byte[] oneBadByte(String xml) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int at = xml.indexOf("Text of");
        body.writeBytes(utf8(xml.substring(0, at)));
        body.write(0xC3);
        body.writeBytes(utf8(" " + xml.substring(at)));
        return body.toByteArray();
    }
}
