package org.tocsin.monitor.place;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.monitor.text.Analyzers;
import org.tocsin.monitor.text.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

/** Names of places as the press of each language writes them, and words that look like names and are none. */
class GazetteerTest {

    private static final Analyzers ANALYZERS = new Analyzers();
    private static final Gazetteer GAZETTEER = GazetteerReader.bundled(ANALYZERS);

    private static List<Mention> find(String language, String text) {
        Tokens tokens = ANALYZERS.of(language).analyze("", text);
        return GAZETTEER.find(language, tokens, "", text);
    }

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            en    | They were held in Deir ez-Zor for a week.                | Deir ez-Zor    | SY | SY09
            en    | Buses left West Darfur at dawn.                          | West Darfur    | SD | SD04
            fa    | بازداشت‌شدگان از بندرعباس به تایباد برده شدند.              | Bandar Abbas   | IR |
            fa-AF | مهاجران از راه گذرگاه ابونصر فراهی به ولایت فراه آمدند.      | Abu Nasr Farahi | AF | AF33
            ps    | کډوال د لښکرګاه له لارې راغلل.                             | Lashkar Gah    | AF | AF30
            ur    | پولیس نے فیصل آباد میں چھاپے مارے۔                           | Faisalabad     | PK |
            ar    | نقلوا من السويداء إلى ريف دمشق ليلا.                       | Rural Damascus | SY | SY03
            tr    | Göçmenler Öncüpınar sınır kapısında bekletildi.          | Öncüpınar      | TR |
            de    | Das Flugzeug startete in München.                        | Munich         | DE |
            fr    | Ils ont été abandonnés dans le désert près d'Arlit.      | Arlit          | NE |
            es    | Los autobuses cruzaron por Elías Piña.                   | Elías Piña     | DO |
            """)
    void knowsThePlaces(String language, String text, String name, String country, String pcode) {
        assertThat(find(language, text)).extracting(Mention::place).anySatisfy(place -> {
            assertThat(place.name()).isEqualTo(name);
            assertThat(place.country()).isEqualTo(country);
            assertThat(place.pcode()).isEqualTo(pcode);
        });
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            es | La colonia no tiene agua desde ayer.
            tr | Ordu bodrum katta arama yaptı.
            ar | كانت عيون الناس زرقاء والسماء صافية.
            en | The van was red and the driver fled.
            de | Die Roma feierten ein Fest.
            """)
    void leavesOrdinaryWordsAlone(String language, String text) {
        assertThat(find(language, text)).isEmpty();
    }

    @ParameterizedTest(name = "{2} in {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            en | The coast guard brought them back to Tripoli.                          | LY
            en | Beirut and Akkar are calm, but in Tripoli soldiers searched houses.    | LB
            ar | شهدت بيروت وعكار هدوءا بينما داهم الجيش منازل في طرابلس.                 | LB
            en | Police in Karachi and Hyderabad, both in Pakistan, made arrests.       | PK
            en | Police in Hyderabad made arrests.                                      | IN
            """)
    void aNameOfSeveralPlacesIsDecidedByTheOthers(String language, String text, String country) {
        assertThat(find(language, text))
                .extracting(mention -> mention.place().country())
                .containsOnly(country);
    }

    @Test
    void hasEveryProvinceOfAfghanistanWithItsCode() {
        for (int province = 1; province <= 34; province++) {
            String pcode = String.format(Locale.ROOT, "AF%02d", province);
            assertThat(GAZETTEER.places())
                    .as(pcode)
                    .anyMatch(place -> place.kind() == Place.Kind.REGION && pcode.equals(place.pcode()));
        }
    }
}
