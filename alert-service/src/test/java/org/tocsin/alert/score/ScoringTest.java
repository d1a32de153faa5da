package org.tocsin.alert.score;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.tocsin.alert.category.Categories;
import org.tocsin.alert.category.Category;

import static org.assertj.core.api.Assertions.assertThat;

/** What readers expect of a score, whatever its constants are. */
class ScoringTest {

    private static final int CASES = 5_000;

    private final Categories categories = Categories.read(resource("category/categories.properties"));
    private final Scoring scoring = new Scoring(ScoreWeights.read(resource("score/weights.properties")));
    private final Random random = new Random(42);

    @Test
    void isTheSumOfItsComponents() {
        for (int i = 0; i < CASES; i++) {
            Score score = scoring.of(facts());

            int sum =
                    score.components().stream().mapToInt(ScoreComponent::points).sum();
            assertThat(score.severity()).isEqualTo(Math.max(0, Math.min(100, sum)));
            assertThat(score.band()).isEqualTo(Band.of(score.severity()));
            assertThat(score.components())
                    .allSatisfy(part -> assertThat(part.reason()).isNotBlank());
        }
    }

    @Test
    void neverFallsWithMorePeopleDeathsRateOrGrowth() {
        for (int i = 0; i < CASES; i++) {
            ScoreFacts less = facts();
            var more = new ScoreFacts(
                    less.category(),
                    less.people() + random.nextInt(100_000),
                    less.killed() + random.nextInt(5),
                    less.injured() + random.nextInt(5),
                    less.perDay() + random.nextInt(1_000),
                    less.growth() + random.nextDouble(),
                    less.vulnerable(),
                    less.planned(),
                    less.trusts());

            assertThat(scoring.of(more).severity())
                    .isGreaterThanOrEqualTo(scoring.of(less).severity());
        }
    }

    @Test
    void aFurtherVoiceNeverLowersConfidenceOrSeverity() {
        for (int i = 0; i < CASES; i++) {
            ScoreFacts less = facts();
            var voices = new ArrayList<>(less.trusts());
            voices.add(random.nextDouble());
            var more = new ScoreFacts(
                    less.category(),
                    less.people(),
                    less.killed(),
                    less.injured(),
                    less.perDay(),
                    less.growth(),
                    less.vulnerable(),
                    less.planned(),
                    voices);

            assertThat(scoring.of(more).confidence())
                    .isGreaterThanOrEqualTo(scoring.of(less).confidence());
            assertThat(scoring.of(more).severity()).isEqualTo(scoring.of(less).severity());
            assertThat(scoring.of(more).confidence()).isLessThan(1);
        }
    }

    @Test
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

    private ScoreFacts facts() {
        List<Category> all = List.copyOf(categories.all());
        var trusts = new ArrayList<Double>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            trusts.add(random.nextDouble());
        }
        return new ScoreFacts(
                all.get(random.nextInt(all.size())),
                (long) Math.pow(10, random.nextDouble() * 7),
                random.nextInt(20),
                random.nextInt(20),
                random.nextInt(50_000),
                1 + random.nextDouble() * 5,
                random.nextBoolean() ? Set.of("Children") : Set.of(),
                random.nextBoolean(),
                trusts);
    }

    private static Reader resource(String name) {
        return new InputStreamReader(
                Objects.requireNonNull(ScoringTest.class.getClassLoader().getResourceAsStream(name), name),
                StandardCharsets.UTF_8);
    }
}
