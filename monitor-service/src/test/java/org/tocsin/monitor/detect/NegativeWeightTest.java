package org.tocsin.monitor.detect;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.tocsin.monitor.text.Analyzers;

import static org.assertj.core.api.Assertions.assertThat;

/** What speaks against a rule counts wherever it stands and however often the rule is met. */
class NegativeWeightTest {

    private static final Analyzers ANALYZERS = new Analyzers();

    private static List<Detection> detect(String text) {
        RuleDefinition rule = new RuleDefinition(
                "a-rule",
                1,
                "MASS_ARREST",
                "A rule",
                1,
                Map.of("en", List.of(new WeightedPattern("raid", 1), new WeightedPattern("drill", -1))),
                Map.of(),
                List.of(),
                List.of(),
                null);
        return RuleCompiler.compile(Vocabulary.EMPTY, List.of(rule), ANALYZERS)
                .detect("en", ANALYZERS.of("en").analyze("", text), List.of(), 2025);
    }

    @Test
    void outweighsWhatIsMetManyTimes() {
        assertThat(detect("A raid. ".repeat(200))).singleElement().matches(Detection::fired);
        assertThat(detect("A raid. ".repeat(200) + "It was a drill."))
                .singleElement()
                .matches(detection -> !detection.fired());
        assertThat(detect("It was a drill. " + "A raid. ".repeat(200)))
                .singleElement()
                .matches(detection -> !detection.fired());
    }

    @Test
    void isNothingByItself() {
        assertThat(detect("It was a drill.")).isEmpty();
    }
}
