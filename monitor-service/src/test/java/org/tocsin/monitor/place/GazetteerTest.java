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

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            en    | Officers searched flats in Chittagong, Bangladesh.        | Chittagong  | BD
            de    | Die Gruppe wurde bei Görlitz aufgegriffen.               | Görlitz     | DE
            fr    | Des familles ont fui vers Djibo, dans le nord.           | Djibo       | BF
            es    | Fueron llevados a un albergue en Barranquilla.           | Barranquilla | CO
            tr    | Kayseri'de yakalanan göçmenler bekletiliyor.             | Kayseri     | TR
            fa    | بازداشت‌شدگان در تبریز نگهداری می‌شوند.                    | Tabriz      | IR
            ar    | احتجزوا في الإسكندرية منذ أمس.                            | Alexandria  | EG
            """)
    void knowsCitiesFromOpenData(String language, String text, String name, String country) {
        assertThat(find(language, text)).extracting(Mention::place).anySatisfy(place -> {
            assertThat(place.name()).isEqualTo(name);
            assertThat(place.country()).isEqualTo(country);
        });
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            en | Many people read the book, and most found it nice.
            en | Officials met Orlando Jackson and Florence Lincoln.
            de | Zu Ende war die Halle leer, und im März wird es warm.
            fr | Le centre est fermé, la gare du Nord aussi.
            es | La victoria fue suya y la paz también.
            tr | Belgeler kabul edildi, ordu ve batman sözcük.
            ur | اس میں کوئی شک نہیں۔
            """)
    void takesNoWordOrPersonForACity(String language, String text) {
        assertThat(find(language, text)).isEmpty();
    }

    @ParameterizedTest(name = "{0} {2} {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            en | Officers made arrests in Cairo.                 | CITY
            en | Cairo has closed the crossing.                  | COUNTRY
            fa | پلیس در تهران صد کارگر را گرفت.                   | CITY
            fa | تهران مرز را بست.                                | COUNTRY
            tr | Kahire'de baskın yapıldı.                       | CITY
            ur | کوالالمپور میں چھاپہ مارا گیا۔                     | CITY
            ar | شنت الشرطة حملة في القاهرة.                      | CITY
            """)
    void aCapitalIsATownWhereSomethingHappensInIt(String language, String text, Place.Kind kind) {
        assertThat(find(language, text))
                .extracting(mention -> mention.place().kind())
                .containsExactly(kind);
    }

    @Test
    void readsArabicPrepositionsThatAreWrittenWithTheName() {
        assertThat(find("ar", "لقي إثيوبيان حتفهما في مركز احتجاز بعدن."))
                .extracting(mention -> mention.place().name())
                .contains("Aden");
    }

    @Test
    void findsEveryOneOfThousandsOfNames() {
        String text = "in Barranquilla ".repeat(2_000);

        assertThat(find("en", text)).hasSize(2_000);
    }
}
