package org.tocsin.alert.search;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.alert.intake.Alerts;
import org.tocsin.alert.intake.SignalJson;
import org.tocsin.platform.testing.TocsinStack;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.tocsin.alert.intake.Alerts.as;

/** Whatever the language and the keyboard, a word of a report finds its alert. */
@QuarkusTest
@WithTestResource(TocsinStack.class)
class FullTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en    | KE | Buses carried the évacués over the pass           | evacues pass",
                "fa    | UG | اخراج مهاجران از مرز اسلام‌قلعه                      | اخراج مهاجران",
                "fa-AF | TZ | کارگران اخراج‌شده در نیمروز                         | نيمروز",
                "ps    | RW | د کډوالو ایستل له طورخم څخه                        | كډوالو",
                "ur    | BI | پناہ گزینوں کی ملک بدری                             | پناه گزینوں",
                "ar    | CM | ترحيلُ اللاجئينَ من إيران                            | ترحيل ايران",
                "tr    | GA | Sığınmacılar sınırdan İRAN'a gönderildi              | siginmacilar sinirdan iran",
                "de    | GH | Überstellungen über die Grenze                      | uberstell grenze",
                "fr    | TG | Les réfugiés expulsés à la frontière                | refugies expuls",
                "es    | BJ | Expulsión de niños en la frontera                   | ninos expulsion",
                "en    | CI | The wire counted ۲۸۶٬۶۳۱ of them                     | 286,631"
            })
    void aWordOfTheTitleFindsTheAlert(String language, String country, String title, String words) {
        String id = Alerts.open(SignalJson.example()
                .country(country)
                .document("language", language)
                .document("title", title)
                .document("url", "https://news.example.org/" + country));

        as("reader")
                .queryParam("q", words)
                .get("/api/v1/alerts?limit=100")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
        as("reader")
                .queryParam("q", words + " zzz")
                .get("/api/v1/alerts?country=" + country)
                .then()
                .body("items", empty());
    }

    @Test
    void statesAreFoundByTheirNamesInAllLanguages() {
        String id = Alerts.open(SignalJson.example().country("JP").document("url", "https://news.example.org/JP"));

        for (String name : List.of("Japan", "ژاپن", "جاپان", "اليابان", "Japonya", "Japon", "Japón")) {
            as("reader")
                    .queryParam("q", name)
                    .get("/api/v1/alerts?limit=100")
                    .then()
                    .body("items.id", hasItem(id));
        }
        as("editor")
                .body(java.util.Map.of("title", "Ships turned back off Okinawa"))
                .patch(Alerts.path(id))
                .then()
                .statusCode(200);
        as("reader").get("/api/v1/alerts?q=okinawa").then().body("items.id", equalTo(List.of(id)));
        // A word is no byline, whatever it looks like.
        as("reader").queryParam("q", "By Nobody").get("/api/v1/alerts").then().body("items.id", not(hasItem(id)));
    }

    @Test
    void whatHasNoMeaningIsNotTakenForNothingFound() {
        for (String query : List.of("category=DEPORTATIONS", "country=Iran", "minConfidence=2", "minConfidence=x")) {
            as("reader").get("/api/v1/alerts?" + query).then().statusCode(422).contentType("application/problem+json");
        }
        as("reader").get("/api/v1/alerts?minConfidence=0.99").then().statusCode(200);
    }
}
