package org.tocsin.monitor.content;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CanonicalUrlTest {

    @ParameterizedTest
    @CsvSource({
        "http://WWW.Example.org/a/?utm_source=x&id=7&fbclid=y#top, https://example.org/a?id=7",
        "https://example.org/a, https://example.org/a",
        "https://example.org:443/, https://example.org",
        "https://example.org:8443/a?b=%20c&, https://example.org:8443/a?b=%20c",
        "https://example.org/?UTM_Medium=mail, https://example.org"
    })
    void spellsAPageOneWay(String url, String canonical) {
        assertThat(CanonicalUrl.of(CanonicalUrl.parse(url).orElseThrow())).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org/a",
                "/a",
                "ftp://example.org/a",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "http://",
                "http:///a",
                "https://user:secret@example.org/",
                "https://exa mple.org/"
            })
    void refusesWhatIsNoWebAddress(String url) {
        assertThat(CanonicalUrl.parse(url)).isEmpty();
    }

    @Test
    void refusesEndlessAddresses() {
        assertThat(CanonicalUrl.parse("https://example.org/" + "a".repeat(2_000)))
                .isEmpty();
    }

    @Test
    void escapesWhatBrowsersAccept() {
        assertThat(CanonicalUrl.parse("https://example.org/a b?q={x}|100%"))
                .contains(URI.create("https://example.org/a%20b?q=%7Bx%7D%7C100%25"));
        assertThat(CanonicalUrl.parse("https://example.org/خبر"))
                .contains(URI.create("https://example.org/%D8%AE%D8%A8%D8%B1"));
    }

    @Test
    void writesInternationalHostNamesAsTheDnsKnowsThem() {
        assertThat(CanonicalUrl.parse("https://خبر.example/a"))
                .hasValueSatisfying(uri -> assertThat(uri.getHost()).isEqualTo("xn--ngblk.example"));
    }

    @Test
    void resolvesLinks() {
        URI base = URI.create("https://example.org/feeds/all.xml");

        assertThat(CanonicalUrl.resolve(base, "../news/1")).contains(URI.create("https://example.org/news/1"));
        assertThat(CanonicalUrl.resolve(base, "//other.example/2")).contains(URI.create("https://other.example/2"));
        assertThat(CanonicalUrl.resolve(base, "mailto:desk@example.org")).isEmpty();
    }
}
