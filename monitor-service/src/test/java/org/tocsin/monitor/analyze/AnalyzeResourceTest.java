package org.tocsin.monitor.analyze;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.monitor.support.Api;
import org.tocsin.platform.testing.TocsinStack;
import org.tocsin.platform.token.Roles;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@WithTestResource(TocsinStack.class)
class AnalyzeResourceTest {

    private static final String TEXT =
            "Iran expelled more than 29,000 Afghans in one day through the crossing near Zabol, border officials said.";

    @Test
    void tellsWhatItFindsAndWhy() {
        Api.as(Roles.READER)
                .body(Map.of("text", TEXT))
                .post("/api/v1/analyze")
                .then()
                .statusCode(200)
                .body("language", equalTo("en"))
                .body("signals[0].category", equalTo("MASS_DEPORTATION"))
                .body("signals[0].country", equalTo("IR"))
                .body("signals[0].evidence[0].quote", notNullValue())
                .body("signals[0].trace", notNullValue())
                .body("figures[0].value", equalTo(29_000))
                .body("figures[0].lower", equalTo(29_000))
                .body("figures[0].quantifier", equalTo("MORE_THAN"))
                .body("figures[0].action", equalTo("DEPORTED"))
                .body("rejected", equalTo(List.of()));
    }

    @Test
    void readsHtml() {
        Api.as(Roles.READER)
                .body(Map.of("html", "<script>alert(1)</script><p>" + TEXT))
                .post("/api/v1/analyze")
                .then()
                .statusCode(200)
                .body("signals.category", hasItem("MASS_DEPORTATION"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202E\u202D\u2066\u200B\u200C\u200D\uFEFF",
                "Ukratko rečeno, nijedan od naših jezika.",
                "ဤစာသည် မြန်မာဘာသာဖြင့် ရေးထားသည်။",
                "1234567890 ,,, ... 999999999999999999999999999",
                "(((((((((((((((((((((((((((((((((((((("
            })
    void survivesAnyText(String text) {
        Api.as(Roles.READER)
                .body(Map.of("text", text))
                .post("/api/v1/analyze")
                .then()
                .statusCode(200);
    }

    @Test
    void survivesLongTextWithoutSpaces() {
        for (String unit : List.of("a", "۲", "اخراج", "9,", "deport")) {
            Api.as(Roles.READER)
                    .body(Map.of("text", unit.repeat(900_000 / unit.length())))
                    .post("/api/v1/analyze")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void refusesBadInput() {
        Api.as(Roles.READER).body("{").post("/api/v1/analyze").then().statusCode(400);
        Api.as(Roles.READER)
                .body("{}")
                .post("/api/v1/analyze")
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
        Api.as(Roles.PARTNER).body("{}").post("/api/v1/analyze").then().statusCode(403);
    }
}
