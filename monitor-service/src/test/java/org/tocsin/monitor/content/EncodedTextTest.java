package org.tocsin.monitor.content;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EncodedTextTest {

    private static final String PERSIAN = "<rss><title>اخراج مهاجران از ایران</title></rss>";

    @ParameterizedTest
    @CsvSource({"UTF-8, 'text/xml; charset=iso-8859-1'", "UTF-8, 'text/xml; charset=nonsense'", "UTF-8,"})
    void believesTheBytesMoreThanTheHeader(String charset, String contentType) {
        assertThat(EncodedText.decode(PERSIAN.getBytes(Charset.forName(charset)), contentType))
                .isEqualTo(PERSIAN);
    }

    @ParameterizedTest
    @CsvSource({"windows-1256", "UTF-16LE", "UTF-16BE"})
    void readsWhatTheHeaderSays(String charset) {
        byte[] body = PERSIAN.getBytes(Charset.forName(charset));
        String readable = new String(body, Charset.forName(charset));

        assertThat(EncodedText.decode(body, "application/rss+xml; charset=\"" + charset + "\""))
                .isEqualTo(readable);
    }

    @Test
    void readsWhatTheDeclarationSays() {
        String xml = "<?xml version=\"1.0\" encoding='windows-1251'?><rss><title>Депортация</title></rss>";

        assertThat(EncodedText.decode(xml.getBytes(Charset.forName("windows-1251")), "text/xml"))
                .isEqualTo(xml);
    }

    @Test
    void obeysByteOrderMarks() {
        byte[] utf16 = ("\uFEFF" + PERSIAN).getBytes(StandardCharsets.UTF_16LE);
        byte[] utf8 = ("\uFEFF" + PERSIAN).getBytes(StandardCharsets.UTF_8);

        assertThat(EncodedText.decode(utf16, "text/xml; charset=utf-8")).isEqualTo(PERSIAN);
        assertThat(EncodedText.decode(utf8, "text/xml; charset=utf-16")).isEqualTo(PERSIAN);
    }

    @Test
    void readsUndeclaredWesternText() {
        byte[] body = "<rss><title>Frontière fermée</title></rss>".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(EncodedText.decode(body, "text/xml; charset=utf-8")).contains("Frontière fermée");
    }

    @Test
    void keepsPersianReadableWhenSomeBytesAreDamaged() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(PERSIAN.getBytes(StandardCharsets.UTF_8));
        body.write(0xC3);

        assertThat(EncodedText.decode(body.toByteArray(), null)).startsWith(PERSIAN);
    }

    @Test
    void survivesNothingAtAll() {
        assertThat(EncodedText.decode(new byte[0], null)).isEmpty();
    }

    @Test
    void undoesAnEncodingAppliedTwice() {
        String once = new String(PERSIAN.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        String twice = new String(once.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertThat(EncodedText.decode(once.getBytes(StandardCharsets.UTF_8), null))
                .isEqualTo(PERSIAN);
        assertThat(EncodedText.decode(twice.getBytes(StandardCharsets.UTF_8), null))
                .isEqualTo(PERSIAN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Frontière fermée, « état d’urgence »",
                "Über die Grenze",
                "MENÜ“ stand dort",
                "Ã is a letter",
                "اخراج مهاجران",
                "Ça coûte 5 €",
                "São Paulo, 25 °C"
            })
    void leavesSoundTextAlone(String text) {
        assertThat(EncodedText.decode(text.getBytes(StandardCharsets.UTF_8), null))
                .isEqualTo(text);
    }

    @Test
    void recognisesUndeclaredArabic() {
        String text = "<p>إغلاق معبر الحدود أمام المسافرين بعد ترحيل آلاف المهاجرين من المدينة</p>";

        assertThat(EncodedText.decode(text.getBytes(Charset.forName("windows-1256")), "text/html; charset=iso-8859-1"))
                .isEqualTo(text);
    }
}
