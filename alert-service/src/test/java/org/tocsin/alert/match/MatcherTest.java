package org.tocsin.alert.match;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.tocsin.alert.category.Categories;
import org.tocsin.alert.category.Category;
import org.tocsin.alert.fact.Place;

import static org.assertj.core.api.Assertions.assertThat;

/** What a duty officer would take for one event, where the streams to learn from have too few examples. */
class MatcherTest {

    private static final Instant DAY = Instant.parse("2025-07-14T06:00:00Z");
    private static final String LONG =
            "Villagers along the river counted forty lorries before sunrise. Elders asked the governor for water,"
                    + " blankets and a doctor, because many children had walked through the salt flats all night and"
                    + " nobody knew which office would register the families.";
    private static final String OTHER =
            "Inspectors closed three workshops near the harbour on suspicion of unpaid wages. Lawyers demanded a list"
                    + " of names; the ministry answered that papers had expired in spring and flights were booked from"
                    + " the northern airport by a private contractor.";

    private final Categories categories = Categories.read(resource("category/categories.properties"));
    private final Category deportation = categories.get("MASS_DEPORTATION");
    private final TermWeights terms = TermWeights.read(resource("match/term-shares.tsv"));
    private final Matcher matcher = new Matcher(MatchWeights.read(resource("match/weights.properties")));

    @Test
    void whatASeriesCountsIsToldOfWithinTheWindow() {
        Sighting series = sighting("IR", DAY, List.of(), series("Afghans deported through Islam Qala, Herat"));

        assertThat(matcher.compare(series, report("IR", DAY.plus(Duration.ofDays(9)), List.of(), LONG))
                        .same())
                .isTrue();
        assertThat(matcher.compare(series, report("PK", DAY, List.of(), LONG)).same())
                .isFalse();
    }

    @Test
    void seriesOfTwoPlacesAreTwoCounts() {
        Sighting one = sighting("IR", DAY, place("AF32"), series("Afghans deported through Islam Qala, Herat"));
        Sighting other = sighting("IR", DAY, place("AF33"), series("Afghans deported through Zaranj, Nimroz"));
        Sighting later = sighting("IR", DAY.plus(Duration.ofDays(1)), place("AF32"), one.text());

        assertThat(matcher.compare(one, other).same()).isFalse();
        assertThat(matcher.compare(one, later).same()).isTrue();
    }

    @Test
    void aTownIsPerhapsItsProvinceAndPerhapsNot() {
        Sighting town = report("TR", DAY, List.of(new Place("Van", "TR", null)), LONG);
        Sighting province = report("TR", DAY, List.of(new Place("Van province", "TR", null)), LONG);
        Sighting elsewhere = report("TR", DAY, List.of(new Place("Hatay province", "TR", null)), LONG);

        assertThat(Comparison.of(town, province)).doesNotContainKeys(Feature.PLACE_SAME, Feature.PLACE_DIFFERS);
        assertThat(Comparison.of(town, elsewhere)).containsKey(Feature.PLACE_DIFFERS);
    }

    @Test
    void onlyLongTextsAreUnlikeForAReason() {
        Sighting first = report("IR", DAY, List.of(), LONG);
        double unlike =
                Comparison.of(first, report("IR", DAY, List.of(), OTHER)).get(Feature.TEXT_UNLIKE);
        double brief = Comparison.of(first, report("IR", DAY, List.of(), "By noon there were more, he said."))
                .get(Feature.TEXT_UNLIKE);

        assertThat(unlike).isGreaterThan(0.8);
        assertThat(brief).isZero();
    }

    @Test
    void whatIsKeptOfASeriesIsReadAgain() {
        TextProfile series = series("Afghans deported through Islam Qala, Herat");

        TextProfile read = TextProfile.decode(series.encode());
        assertThat(read.counted()).isTrue();
        assertThat(read.encode()).isEqualTo(series.encode());
    }

    private TextProfile series(String title) {
        return TextProfile.ofSeries(title, DAY, terms);
    }

    private Sighting report(String country, Instant at, List<Place> places, String text) {
        return sighting(country, at, places, TextProfile.of("", text, at, terms));
    }

    private Sighting sighting(String country, Instant at, List<Place> places, TextProfile text) {
        return new Sighting(
                deportation, Set.of(deportation.code()), country, at, "en", places, List.of(), false, "one", text);
    }

    private static List<Place> place(String pcode) {
        return List.of(new Place(pcode, "AF", pcode));
    }

    private static Reader resource(String name) {
        return new InputStreamReader(
                Objects.requireNonNull(MatcherTest.class.getClassLoader().getResourceAsStream(name), name),
                StandardCharsets.UTF_8);
    }
}
