package org.tocsin.notify.page;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.notify.secret.PublicLinks;
import org.tocsin.notify.testing.Api;
import org.tocsin.notify.testing.MailServerPort;
import org.tocsin.platform.testing.TocsinStack;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(TocsinStack.class)
@WithTestResource(MailServerPort.class)
class PublicPageResourceTest {

    @Inject
    PublicLinks links;

    private UUID subscription;

    @BeforeEach
    void subscribe() {
        subscription = Api.email(Api.organisation(), "reader-" + UUID.randomUUID() + "@example.org", Map.of());
    }

    @Test
    void lookingAtThePageChangesNothing() {
        RestAssured.get(path(PublicLinks.Page.UNSUBSCRIBE)).then().statusCode(200);

        assertThat(state()).isEqualTo("ACTIVE");
    }

    @Test
    void oneClickUnsubscribesAtOnceAndAgainDoesNoHarm() {
        for (int click = 0; click < 2; click++) {
            RestAssured.given()
                    .redirects()
                    .follow(false)
                    .formParam("List-Unsubscribe", "One-Click")
                    .post(path(PublicLinks.Page.UNSUBSCRIBE))
                    .then()
                    .statusCode(200);
            assertThat(state()).isEqualTo("UNSUBSCRIBED");
        }
    }

    @Test
    void aLinkThatIsNotOursLeadsNowhere() {
        String another = path(PublicLinks.Page.CONFIRM).replace("/confirm/", "/unsubscribe/");
        for (String path : new String[] {"/unsubscribe/unknown", "/unsubscribe/%25%25", another}) {
            RestAssured.given().urlEncodingEnabled(false).get(path).then().statusCode(404);
            RestAssured.given().urlEncodingEnabled(false).post(path).then().statusCode(404);
        }
        assertThat(state()).isEqualTo("ACTIVE");
    }

    private String path(PublicLinks.Page page) {
        String url = links.url(page, subscription);
        return url.substring(url.indexOf("/" + page.name().toLowerCase(Locale.ROOT) + "/"));
    }

    private String state() {
        return Api.admin()
                .get("/api/v1/subscriptions/" + subscription)
                .jsonPath()
                .getString("state");
    }
}
