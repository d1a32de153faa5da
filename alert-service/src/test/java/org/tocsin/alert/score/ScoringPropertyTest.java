package org.tocsin.alert.score;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

import org.tocsin.alert.category.Categories;
import org.tocsin.alert.category.Category;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

import static org.assertj.core.api.Assertions.assertThat;

/** What readers expect of a score, whatever its constants are: they are drawn at random with the facts. */
class ScoringPropertyTest {

    private static final Categories CATEGORIES = Categories.read(resource("category/categories.properties"));

    @Property
    void isTheSumOfItsComponentsAndSaysWhy(@ForAll("scorings") Scoring scoring, @ForAll("facts") ScoreFacts facts) {
        Score score = scoring.of(facts);

        int sum = score.components().stream().mapToInt(ScoreComponent::points).sum();
        assertThat(score.severity()).isEqualTo(Math.max(0, Math.min(100, sum)));
        assertThat(score.band()).isEqualTo(Band.of(score.severity()));
        assertThat(score.components())
                .allSatisfy(part -> assertThat(part.reason()).isNotBlank());
        assertThat(score.confidence()).isBetween(0.0, 0.99);
    }

    @Property
    void neverFallsWithMorePeopleDeathsInjuriesRateOrGrowth(
            @ForAll("scorings") Scoring scoring,
            @ForAll("facts") ScoreFacts less,
            @ForAll @LongRange(min = 0, max = 1_000_000) long people,
            @ForAll @LongRange(min = 0, max = 50) long killed,
            @ForAll @LongRange(min = 0, max = 50) long injured,
            @ForAll @LongRange(min = 0, max = 10_000) long perDay,
            @ForAll @DoubleRange(min = 0, max = 10) double growth) {
        var more = new ScoreFacts(
                less.category(),
                less.people() + people,
                less.killed() + killed,
                less.injured() + injured,
                less.perDay() + perDay,
                less.growth() + growth,
                less.vulnerable(),
                less.planned(),
                less.trusts());

        assertThat(scoring.of(more).severity())
                .isGreaterThanOrEqualTo(scoring.of(less).severity());
    }

    @Property
    void neverFallsWithAFurtherVulnerableGroupOrWhenAPlanIsCarriedOut(
            @ForAll("scorings") Scoring scoring, @ForAll("facts") ScoreFacts less) {
        Set<String> groups = new HashSet<>(less.vulnerable());
        groups.add("Another group");
        var more = new ScoreFacts(
                less.category(),
                less.people(),
                less.killed(),
                less.injured(),
                less.perDay(),
                less.growth(),
                groups,
                false,
                less.trusts());

        assertThat(scoring.of(more).severity())
                .isGreaterThanOrEqualTo(scoring.of(less).severity());
    }

    @Property
    void aFurtherVoiceNeverLowersConfidenceOrSeverity(
            @ForAll("scorings") Scoring scoring,
            @ForAll("facts") ScoreFacts less,
            @ForAll @DoubleRange(min = 0, max = 1) double trust) {
        var voices = new ArrayList<>(less.trusts());
        voices.add(trust);
        ScoreFacts more = withVoices(less, voices);

        assertThat(scoring.of(more).confidence())
                .isGreaterThanOrEqualTo(scoring.of(less).confidence());
        assertThat(scoring.of(more).severity()).isEqualTo(scoring.of(less).severity());
    }

    @Property
    void aMoreReliableVoiceNeverLowersConfidence(
            @ForAll("scorings") Scoring scoring,
            @ForAll("facts") ScoreFacts less,
            @ForAll @DoubleRange(min = 0, max = 1) double step) {
        List<Double> voices =
                less.trusts().stream().map(trust -> trust + (1 - trust) * step).toList();

        assertThat(scoring.of(withVoices(less, voices)).confidence())
                .isGreaterThanOrEqualTo(scoring.of(less).confidence());
    }

    @Property
    void theOrderOfTheVoicesDoesNotMatter(@ForAll("scorings") Scoring scoring, @ForAll("facts") ScoreFacts facts) {
        var reversed = new ArrayList<>(facts.trusts());
        Collections.reverse(reversed);

        assertThat(scoring.of(withVoices(facts, reversed)).confidence())
                .isEqualTo(scoring.of(facts).confidence());
    }

    @Example
    void bandsBeginWhereTheyAreSaidTo() {
        assertThat(List.of(0, 24, 25, 49, 50, 74, 75, 100).stream().map(Band::of))
                .containsExactly(
                        Band.MINOR,
                        Band.MINOR,
                        Band.MODERATE,
                        Band.MODERATE,
                        Band.SEVERE,
                        Band.SEVERE,
                        Band.EXTREME,
                        Band.EXTREME);
    }

    @Provide
    Arbitrary<ScoreFacts> facts() {
        List<Category> categories = List.copyOf(CATEGORIES.all());
        Arbitrary<Long> people = Arbitraries.longs().between(0, 5_000_000);
        Arbitrary<Long> casualties = Arbitraries.longs().between(0, 500);
        Arbitrary<Double> growth = Arbitraries.doubles().between(1, 50);
        Arbitrary<Set<String>> groups =
                Arbitraries.of("Children", "Women", "Elderly or sick people").set();
        Arbitrary<List<Double>> trusts =
                Arbitraries.doubles().between(0, 1).list().ofMinSize(1).ofMaxSize(8);
        return Combinators.combine(
                        Arbitraries.of(categories),
                        people,
                        casualties,
                        casualties,
                        people,
                        growth,
                        groups,
                        Arbitraries.of(true, false))
                .flatAs((category, n, killed, injured, perDay, grown, who, planned) -> trusts.map(
                        voices -> new ScoreFacts(category, n, killed, injured, perDay, grown, who, planned, voices)));
    }

    /** The constants of the jar, each with another value. */
    @Provide
    Arbitrary<Scoring> scorings() {
        return Arbitraries.doubles().between(0, 40).list().ofSize(17).map(values -> {
            var properties = new Properties();
            try (Reader reader = resource("score/weights.properties")) {
                properties.load(reader);
                int i = 0;
                for (String name : new TreeSet<>(properties.stringPropertyNames())) {
                    if (!name.equals("version")) {
                        properties.setProperty(
                                name, values.get(i++ % values.size()).toString());
                    }
                }
                var text = new StringWriter();
                properties.store(text, null);
                return new Scoring(ScoreWeights.read(new StringReader(text.toString())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static ScoreFacts withVoices(ScoreFacts facts, List<Double> voices) {
        return new ScoreFacts(
                facts.category(),
                facts.people(),
                facts.killed(),
                facts.injured(),
                facts.perDay(),
                facts.growth(),
                facts.vulnerable(),
                facts.planned(),
                voices);
    }

    private static Reader resource(String name) {
        return new InputStreamReader(
                Objects.requireNonNull(
                        ScoringPropertyTest.class.getClassLoader().getResourceAsStream(name), name),
                StandardCharsets.UTF_8);
    }
}
