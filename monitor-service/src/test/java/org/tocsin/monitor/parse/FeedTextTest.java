package org.tocsin.monitor.parse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FeedTextTest {

    private static final String PERSIAN = "<rss><title>اخراج مهاجران از ایران</title></rss>";

    @ParameterizedTest
    @CsvSource({"UTF-8, 'text/xml; charset=iso-8859-1'", "UTF-8, 'text/xml; charset=nonsense'", "UTF-8,"})
    void believesTheBytesMoreThanTheHeader(String charset, String contentType) {
        assertThat(FeedText.decode(PERSIAN.getBytes(Charset.forName(charset)), contentType))
                .isEqualTo(PERSIAN);
    }

    @ParameterizedTest
    @CsvSource({"windows-1256", "UTF-16LE", "UTF-16BE"})
    void readsWhatTheHeaderSays(String charset) {
        byte[] body = PERSIAN.getBytes(Charset.forName(charset));
        String readable = new String(body, Charset.forName(charset));

        assertThat(FeedText.decode(body, "application/rss+xml; charset=\"" + charset + "\""))
                .isEqualTo(readable);
    }

    @Test
    void readsWhatTheDeclarationSays() {
        String xml = "<?xml version=\"1.0\" encoding='windows-1251'?><rss><title>Депортация</title></rss>";

        assertThat(FeedText.decode(xml.getBytes(Charset.forName("windows-1251")), "text/xml"))
                .isEqualTo(xml);
    }

    @Test
    void obeysByteOrderMarks() {
        byte[] utf16 = ("\uFEFF" + PERSIAN).getBytes(StandardCharsets.UTF_16LE);
        byte[] utf8 = ("\uFEFF" + PERSIAN).getBytes(StandardCharsets.UTF_8);

        assertThat(FeedText.decode(utf16, "text/xml; charset=utf-8")).isEqualTo(PERSIAN);
        assertThat(FeedText.decode(utf8, "text/xml; charset=utf-16")).isEqualTo(PERSIAN);
    }

    @Test
    void readsUndeclaredWesternText() {
        byte[] body = "<rss><title>Frontière fermée</title></rss>".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(FeedText.decode(body, "text/xml; charset=utf-8")).contains("Frontière fermée");
    }

    @Test
    void keepsPersianReadableWhenSomeBytesAreDamaged() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(PERSIAN.getBytes(StandardCharsets.UTF_8));
        body.write(0xC3);

        assertThat(FeedText.decode(body.toByteArray(), null)).startsWith(PERSIAN);
    }

    @Test
    void survivesNothingAtAll() {
        assertThat(FeedText.decode(new byte[0], null)).isEmpty();
    }
}
