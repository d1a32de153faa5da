package org.tocsin.monitor.reading;

import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Where it happens is neither where it was reported from, nor where the speaker sits, nor the headquarters. */
class PlaceOfEventTest {

    private static final DocumentReader READER = DocumentReader.bundled();
    private static final Instant PUBLISHED = Instant.parse("2025-07-15T06:00:00Z");

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            en    | IR | Zahedan         | KABUL (AP) — Iran deported more than 3,000 Afghans from Zahedan on Sunday, officials said.
            en    | PK | Quetta          | Pakistan deported 1,200 Afghans from Quetta, a spokesman in Geneva said on Monday.
            fa    | IR | Mashhad         | کابل: ایران بیش از ۳ هزار مهاجر افغان را از مشهد اخراج کرد.
            fa-AF | PK | Peshawar        | پاکستان بیش از دو هزار مهاجر افغان را از پشاور اخراج کرد و این را یک سخنگو در اسلام آباد گفت.
            ps    | IR | Zaranj          | ایران د زرنج له لارې درې زره افغان کډوال وشړل.
            ur    | PK | Karachi         | پاکستان نے کراچی سے دو ہزار افغان مہاجرین کو ملک بدر کر دیا۔
            ar    | DZ | Assamaka        | نيامي: رحلت الجزائر أكثر من ألف مهاجر إلى أساماكا في النيجر.
            tr    | TR | Edirne          | ANKARA - Türkiye, Edirne'de yakalanan 500 Afgan göçmeni sınır dışı etti.
            de    | DE | Leipzig         | Berlin (dpa) – Deutschland hat 81 Afghanen vom Flughafen Leipzig aus abgeschoben.
            fr    | TN | Sfax            | Paris – La Tunisie a expulsé plus de 1 200 migrants de Sfax vers le désert.
            es    | DO | Dajabón         | MIAMI – La República Dominicana deportó a más de 3.000 haitianos por Dajabón.
            """)
    void isFoundBehindDatelinesAndSpeakers(String language, String country, String place, String text) {
        Reading reading = READER.read(new Report("", text, language, PUBLISHED, null));

        assertThat(reading.signals())
                .filteredOn(signal -> signal.category().equals("MASS_DEPORTATION"))
                .singleElement()
                .satisfies(signal -> {
                    assertThat(signal.country()).isEqualTo(country);
                    assertThat(signal.places().get(0).name()).isEqualTo(place);
                });
    }
}
