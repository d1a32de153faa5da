package org.tocsin.platform.paging;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.tocsin.platform.problem.ProblemException;
import org.tocsin.platform.testing.TocsinStack;
import org.tocsin.platform.trial.TrialService;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@QuarkusTest
@WithTestResource(TocsinStack.class)
@TestProfile(TrialService.class)
class PagingTest {

    @Test
    void followingTheLinksReadsTheWholeListOnce() {
        List<Integer> seen = new ArrayList<>();
        String address = "/api/v1/trials?limit=15";
        while (address != null) {
            Response page = given().urlEncodingEnabled(false).get(address);
            seen.addAll(page.jsonPath().getList("items"));
            String link = page.header("Link");
            assertThat(link == null).isEqualTo(page.jsonPath().get("next") == null);
            address = link == null ? null : link.replaceFirst("^<([^>]+)>; rel=\"next\"$", "$1");
        }
        assertThat(seen).hasSize(50).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void withoutALimitAPageHasTwentyItems() {
        assertThat(given().get("/api/v1/trials").jsonPath().getList("items")).hasSize(20);
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        String cursor = Cursor.encode("a", "b");
        assertThat(Cursor.decode(cursor, 2).text(1)).isEqualTo("b");
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Cursor.decode(cursor, 1));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Cursor.decode(cursor, 2).uuid(0));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Cursor.decode(cursor, 2).instant(0));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Cursor.decode(cursor, 2).number(0));
    }

    @Test
    void anAlteredCursorIsRefused() {
        String cursor = Cursor.encode(12345L);
        for (int place = 0; place < cursor.length(); place++) {
            String altered = cursor.substring(0, place)
                    + (cursor.charAt(place) == 'A' ? 'B' : 'A')
                    + cursor.substring(place + 1);
            if (place < cursor.length() - 1) { // the last character may hold unused bits only
                assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Cursor.decode(altered, 1));
            }
        }
    }
}
