package org.tocsin.monitor.reading;

import java.time.Instant;

import org.junit.jupiter.api.Test;
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

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            en | Zamzam    | Rebels of the M23 drove 30,000 families out of their homes near Zamzam camp.
            fr | Djugu     | Des miliciens ont déraciné plus de cent mille personnes autour de Djugu.
            ar | El Fasher | أجبرت قوات الدعم السريع آلاف الأسر على النزوح من منازلها في الفاشر.
            """)
    void noStateActsWhereAnArmedGroupDrivesPeopleOut(String language, String place, String text) {
        Reading reading = READER.read(new Report("", text, language, PUBLISHED, null));

        assertThat(reading.signals())
                .filteredOn(signal -> signal.category().equals("FORCED_DISPLACEMENT"))
                .singleElement()
                .satisfies(signal -> {
                    assertThat(signal.country()).isNull();
                    assertThat(signal.places())
                            .extracting(found -> found.name())
                            .contains(place);
                });
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            en | IL | Tulkarm  | The Israeli army drove thousands of families from their homes in Tulkarm.
            en | DZ | Assamaka | Algeria expelled 1,400 migrants to Assamaka in Niger.
            en | IL | Rafah    | Israel has closed the Rafah crossing; hundreds of patients are stuck.
            """)
    void theStateThatActsIsNotThePlace(String language, String country, String place, String text) {
        Reading reading = READER.read(new Report("", text, language, PUBLISHED, null));

        assertThat(reading.signals()).isNotEmpty().allSatisfy(signal -> {
            assertThat(signal.country()).isEqualTo(country);
            assertThat(signal.places().get(0).name()).startsWith(place);
        });
    }

    @Test
    void aHaltOfVisasHoldsInTheStateThatOrdersItAndWherePeopleWait() {
        Reading reading = READER.read(new Report(
                "",
                "The United States suspended its refugee resettlement programme; 2,000 refugees are stranded in Nairobi.",
                "en",
                PUBLISHED,
                null));

        assertThat(reading.signals())
                .filteredOn(signal -> signal.category().equals("RESETTLEMENT_SUSPENSION"))
                .singleElement()
                .satisfies(signal -> {
                    assertThat(signal.country()).isEqualTo("US");
                    assertThat(signal.places())
                            .extracting(found -> found.name())
                            .containsExactly("Nairobi", "United States");
                });
    }
}
