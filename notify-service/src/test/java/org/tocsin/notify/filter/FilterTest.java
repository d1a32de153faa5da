package org.tocsin.notify.filter;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FilterTest {

    private final AlertFacts iran = AlertFacts.of(AlertExamples.iran());

    @Test
    void everythingWantsEverything() {
        Verdict verdict = Filter.EVERYTHING.condition().test(iran);
        assertThat(verdict.matches()).isTrue();
        assertThat(verdict.reasons()).isEmpty();
    }

    @Test
    void allConditionsMustHoldAndAreTheReasons() {
        Filter filter = new Filter(
                List.of("MASS_DEPORTATION"),
                List.of("PK", "IR"),
                List.of("IR29"),
                50,
                0.5,
                new Filter.Figure("DEPORTED", 10_000),
                List.of("Hirmand Daily"),
                "language = en");
        Verdict verdict = filter.condition().test(iran);
        assertThat(verdict.matches()).isTrue();
        assertThat(verdict.reasons()).hasSize(8).allMatch(Reason::holds);
        assertThat(verdict.reasons().get(1).text()).isEqualTo("country in (PK, IR): true, it is IR");
        assertThat(verdict.reasons().get(3).text()).isEqualTo("severity >= 50: true, it is 68");
        assertThat(verdict.reasons().get(5).text()).isEqualTo("figure.DEPORTED >= 10000: true, it is 29000");
    }

    @Test
    void aConditionTellsWhichSourcesItNamesWhereverItDoes() {
        Filter filter = new Filter(
                List.of(),
                List.of("AF"),
                List.of(),
                null,
                null,
                null,
                List.of("One"),
                "severity >= 5 AND (source = Two OR NOT (country = IR OR source in (Three, Four)))");

        assertThat(filter.condition().words(WordField.SOURCE)).containsExactly("One", "Two", "Three", "Four");
        assertThat(filter.condition().words(WordField.COUNTRY)).containsExactly("AF", "IR");
        assertThat(Filter.EVERYTHING.condition().words(WordField.SOURCE)).isEmpty();
    }

    @Test
    void aNonMatchNamesOnlyWhatFailed() {
        Filter filter = new Filter(List.of(), List.of("DE"), List.of(), 50, 0.9, null, List.of(), null);
        Verdict verdict = filter.condition().test(iran);
        assertThat(verdict.matches()).isFalse();
        assertThat(verdict.reasons())
                .extracting(Reason::text)
                .containsExactly("country in DE: false, it is IR", "confidence >= 0.9: false, it is 0.72");
    }

    @Test
    void aNegatedConditionIsExplainedAsItIsMeant() {
        Verdict verdict = ExpressionParser.parse("NOT country = IR").test(iran);
        assertThat(verdict.reasons()).extracting(Reason::text).containsExactly("country not in IR: false, it is IR");
    }

    @Test
    void anOrNamesAllThatFailedOrThoseThatHold() {
        assertThat(ExpressionParser.parse("country = DE OR severity >= 90")
                        .test(iran)
                        .reasons())
                .hasSize(2);
        assertThat(ExpressionParser.parse("country = DE OR severity >= 60")
                        .test(iran)
                        .reasons())
                .extracting(Reason::field)
                .containsExactly("severity");
    }

    @Test
    void aSupersededFigureDoesNotCount() {
        Filter million = new Filter(
                List.of(), List.of(), List.of(), null, null, new Filter.Figure("deported", 30_000), List.of(), null);
        assertThat(million.condition().test(iran).matches()).isFalse();
    }

    @Test
    void aMissingFigureMeetsNoCondition() {
        Verdict verdict = ExpressionParser.parse("figure.KILLED < 5").test(iran);
        assertThat(verdict.matches()).isFalse();
        assertThat(verdict.reasons().get(0).text()).isEqualTo("figure.KILLED < 5: false, there is none");
    }

    /** The quick answer that thousands of subscriptions are asked for is that of the explained one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "country in (PK, ir)",
                "country in (PK, SY)",
                "not category = MASS_DEPORTATION",
                "severity >= 50 and (language = fa or source = \"Hirmand Daily\")",
                "figure.DEPORTED >= 30000 or not place = Herat",
                "figure.KILLED > 0",
                "band >= severe and confidence < 0.2"
            })
    void theAnswerWithoutReasonsIsTheSame(String expression) {
        Condition condition =
                new Filter(List.of(), List.of(), List.of(), null, null, null, List.of(), expression).condition();

        assertThat(condition.matches(iran)).isEqualTo(condition.test(iran).matches());
    }
}
