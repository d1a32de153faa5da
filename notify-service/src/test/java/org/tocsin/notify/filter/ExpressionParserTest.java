package org.tocsin.notify.filter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ExpressionParserTest {

    private final AlertFacts iran = AlertFacts.of(AlertExamples.iran());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "category = MASS_DEPORTATION",
                "CATEGORY = mass_deportation",
                "country IN (PK, IR)",
                "country NOT IN (PK, DE)",
                "country != PK",
                "not country = PK",
                "severity >= 68 AND severity <= 68 AND severity = 68 AND severity != 67",
                "severity > 67 and severity < 69",
                "confidence >= 0.7",
                "band >= SEVERE AND band < EXTREME",
                "figure.DEPORTED >= 29000",
                "figure.deported > 28999.5",
                "place = Zabol AND place = IR29",
                "source = \"Hirmand Daily\"",
                "language = en",
                "severity >= 90 OR country = IR AND figure.DEPORTED >= 1000",
                "(severity >= 90 OR country = IR) AND figure.DEPORTED >= 1000",
                "NOT (severity >= 90 OR country = PK)",
                "NOT NOT country = IR",
                "  country=IR  ",
            })
    void holdsForTheExample(String expression) {
        assertThat(ExpressionParser.parse(expression).test(iran).matches()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "country = PK",
                "severity >= 90",
                "figure.KILLED >= 1",
                "severity >= 90 AND country = IR OR country = PK",
                "(country = IR OR severity >= 90) AND country = PK",
                "NOT country = IR",
                "source = Reuters",
                "band = MINOR",
            })
    void doesNotHoldForTheExample(String expression) {
        assertThat(ExpressionParser.parse(expression).test(iran).matches()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "contry = IR                  |  1 | there is no such field",
                "country IR                   |  9 | expected =, !=, IN or NOT IN",
                "country NOT = IR             | 13 | expected IN",
                "country IN IR                | 12 | expected \"(\"",
                "country IN (IR PK)           | 16 | expected \",\" or \")\"",
                "country IN ()                | 13 | expected a value",
                "severity 50                  | 10 | expected >=",
                "severity >= many             | 13 | expected a number",
                "severity >= 1e9              | 13 | expected a number",
                "band >= HUGE                 |  9 | expected a band",
                "figure. >= 5                 |  1 | there is no such field",
                "(country = IR                | 14 | \"(\" at character 1",
                "country = IR)                | 13 | expected AND, OR or the end",
                "country = IR AND             | 17 | expected a field",
                "country = AND                | 11 | quote it",
                "country = IR severity >= 5   | 14 | expected AND, OR or the end",
                "AND                          |  1 | there is no such field",
                "source = \"Hirmand           | 10 | never closed",
                "country = IR & severity > 5  | 14 | no meaning",
                "country = IR;                | 13 | no meaning",
            })
    void pointsAtTheMistake(String expression, int character, String message) {
        assertThatThrownBy(() -> ExpressionParser.parse(expression))
                .isInstanceOf(ExpressionException.class)
                .hasMessageStartingWith("At character " + character + " ")
                .hasMessageContaining(message)
                .extracting(e -> ((ExpressionException) e).position())
                .isEqualTo(character - 1);
    }

    @Test
    void refusesWhatNestsTooDeep() {
        String deep = "(".repeat(10_000) + "country = IR" + ")".repeat(10_000);
        assertThatThrownBy(() -> ExpressionParser.parse(deep.substring(0, 3_000)))
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining("more than 40");
        assertThatThrownBy(() -> ExpressionParser.parse(deep)).hasMessageContaining("at most 4000 characters");
    }

    @Test
    void readsTextOfEveryScript() {
        Condition condition = ExpressionParser.parse("place IN (زاهدان, \"سیستان و بلوچستان\") OR place = Zabol");
        assertThat(condition.test(iran).matches()).isTrue();
    }
}
