package org.tocsin.notify.subscription;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.tocsin.notify.testing.Api;
import org.tocsin.notify.testing.MailServerPort;
import org.tocsin.platform.testing.TocsinStack;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import static org.assertj.core.api.Assertions.assertThat;

/** Subscriptions out and in, as JSON and as a table, and the log of it all. */
@QuarkusTest
@WithTestResource(TocsinStack.class)
@WithTestResource(MailServerPort.class)
class TransferTest {

    @Test
    void whatGoesOutAsATableComesInAsTheSame() {
        UUID from = Api.organisation();
        Api.subscribe(Map.of(
                "organisation",
                from,
                "name",
                "=HYPERLINK(\"x\"), \"quoted\"",
                "channel",
                Map.of(
                        "type",
                        "webhook",
                        "url",
                        "https://hooks.example.org/in",
                        "format",
                        "cap",
                        "signatures",
                        List.of("v1", "v1a")),
                "filter",
                Map.of(
                        "countries",
                        List.of("PK", "IR"),
                        "minSeverity",
                        50,
                        "figure",
                        Map.of("action", "DEPORTED", "min", 1000),
                        "expression",
                        "country = PK OR country = IR")));
        Api.subscribe(Map.of(
                "organisation",
                from,
                "name",
                "desk",
                "channel",
                Map.of("type", "email", "address", "desk@example.org"),
                "delivery",
                Map.of("mode", "weekly", "day", "FRIDAY", "at", "07:30", "timeZone", "Asia/Kabul", "dailyCap", 5),
                "sourceNotices",
                "all",
                "language",
                "fa-AF",
                "confirmed",
                true));
        String table = export(from);
        assertThat(table).contains("'=HYPERLINK").containsPattern("(?m),all$");

        UUID to = Api.organisation();
        JsonPath result = importTable(table.replace(from.toString(), to.toString()));
        assertThat(result.getInt("added")).isEqualTo(2);
        assertThat(export(to).replace(to.toString(), from.toString())).isEqualTo(table);
        assertThat(importTable(table.replace(from.toString(), to.toString())).getInt("existing"))
                .isEqualTo(2);
    }

    @Test
    void theListOfJsonComesInAgain() {
        UUID from = Api.organisation();
        Api.email(from, "reader@example.org", Map.of("categories", List.of("MASS_DEPORTATION")));
        String list = Api.admin()
                .get("/api/v1/subscriptions/export?organisation=" + from)
                .asString();
        UUID to = Api.organisation();
        Api.admin()
                .body(list.replace(from.toString(), to.toString()))
                .post("/api/v1/subscriptions/import")
                .then()
                .statusCode(200)
                .body("added", Matchers.equalTo(1));
        assertThat(export(to)).contains("MASS_DEPORTATION");
    }

    @Test
    void aBadLineIsToldByNumberAndDoesNotHoldUpTheOthers() {
        UUID organisation = Api.organisation();
        JsonPath result = importTable(
                """
                organisation,type,address,confirmed,dailyCap
                %s,email,one@example.org,true,
                %s,email,not an address,true,
                %s,email,two@example.org,true,many
                nobody,email,three@example.org,true,
                %s,email,four@example.org,true,
                """
                        .replace("%s", organisation.toString()));
        assertThat(result.getInt("added")).isEqualTo(2);
        assertThat(result.getList("problems.line")).isEqualTo(List.of(3, 4, 5));
        assertThat(result.getString("problems[0].errors[0].pointer")).isEqualTo("/channel/address");
    }

    @Test
    void whatIsNoTableOfSubscriptionsIsRefused() {
        for (String table : List.of("colour,size\nred,1\n", "organisation,type\n\"open,email\n")) {
            Api.admin()
                    .contentType("text/csv")
                    .body(table)
                    .post("/api/v1/subscriptions/import")
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void everyChangeIsLoggedWithWhoAndWhat() {
        UUID organisation = Api.organisation();
        UUID subscription = Api.email(organisation, "reader@example.org", Map.of());
        Api.admin().delete("/api/v1/subscriptions/" + subscription).then().statusCode(204);

        JsonPath log = Api.partner(organisation)
                .get("/api/v1/audit?subject=" + subscription)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(log.getList("items.action")).isEqualTo(List.of("REMOVED", "ADDED"));
        assertThat(log.getString("items[1].after.channel.address")).isEqualTo("r…@example.org");
        assertThat(log.getString("items[0].actor")).isNotBlank();
        Api.partner(Api.organisation())
                .get("/api/v1/audit?subject=" + subscription)
                .then()
                .body("items", Matchers.empty());
    }

    private static String export(UUID organisation) {
        return new String(
                Api.admin()
                        .get("/api/v1/subscriptions/export.csv?organisation=" + organisation)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                StandardCharsets.UTF_8);
    }

    private static JsonPath importTable(String table) {
        return Api.admin()
                .contentType("text/csv; charset=UTF-8")
                .body(table)
                .post("/api/v1/subscriptions/import")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
