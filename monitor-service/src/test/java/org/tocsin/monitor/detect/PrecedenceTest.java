package org.tocsin.monitor.detect;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.tocsin.monitor.text.Analyzers;
import org.tocsin.monitor.text.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

/** A rule that yields to another leaves that one's sentences to it, and only those. */
class PrecedenceTest {

    private static final Analyzers ANALYZERS = new Analyzers();

    private static RuleDefinition rule(String id, String word, double weight, List<String> yieldsTo) {
        return new RuleDefinition(
                id,
                1,
                "FORCED_DISPLACEMENT",
                "A rule",
                1,
                Map.of("en", List.of(new WeightedPattern(word, weight))),
                Map.of(),
                List.of(),
                List.of(),
                null,
                null,
                yieldsTo,
                List.of());
    }

    private static List<String> fired(double weightOfFirst, String text) {
        List<RuleDefinition> rules = List.of(
                rule("driven-out", "driven", 1, List.of("deported")),
                rule("deported", "deported", weightOfFirst, List.of("driven-out", "unknown")));
        return RuleCompiler.compile(Vocabulary.EMPTY, rules, ANALYZERS)
                .detect("en", ANALYZERS.of("en").analyze("", text), List.of(), 2025)
                .stream()
                .filter(Detection::fired)
                .map(detection -> detection.rule().id())
                .toList();
    }

    @Test
    void leavesASentenceThatTheOtherRuleFiresOn() {
        assertThat(fired(1, "Deported they were. Some were driven from home."))
                .containsExactly("driven-out", "deported");
        assertThat(fired(0.5, "Many were deported or driven out.")).containsExactly("driven-out");
    }

    @Test
    void oneOfTwoRulesThatYieldToEachOtherStands() {
        assertThat(fired(1, "Many were deported or driven out.")).containsExactly("deported");
    }

    @Test
    void saysWhichRuleCameBefore() {
        List<RuleDefinition> rules = List.of(
                rule("driven-out", "driven", 1, List.of("deported")), rule("deported", "deported", 1, List.of()));
        List<Detection> detections = RuleCompiler.compile(Vocabulary.EMPTY, rules, ANALYZERS)
                .detect("en", ANALYZERS.of("en").analyze("", "Many were deported or driven out."), List.of(), 2025);

        assertThat(detections.get(0).matches()).isEmpty();
        assertThat(detections.get(0).guarded()).singleElement().satisfies(match -> {
            assertThat(match.guard()).isNotNull();
            assertThat(match.guard().kind()).isEqualTo(Guard.Kind.UNRELATED);
            assertThat(match.guard().cue()).isEqualTo("rule deported");
        });
        assertThat(detections.get(1).fired()).isTrue();
    }

    @Test
    void aRuleThatYieldsWhereItDoesNotCountKeepsWhatItCounts() {
        FigureCondition arrested = new FigureCondition(Set.of("ARRESTED"), null, 10, List.of());
        RuleDefinition arrest = new RuleDefinition(
                "arrested",
                1,
                "MASS_ARREST",
                "A rule",
                1,
                Map.of("en", List.of(new WeightedPattern("held", 1))),
                Map.of(),
                List.of(),
                List.of(),
                arrested,
                null,
                List.of(),
                List.of("beaten"));
        RuleSet rules = RuleCompiler.compile(
                Vocabulary.EMPTY, List.of(arrest, rule("beaten", "beaten", 1, List.of())), ANALYZERS);
        Tokens tokens = ANALYZERS.of("en").analyze("", "Those held were beaten.");

        assertThat(rules.detect("en", tokens, List.of(), 2025).get(0).fired()).isFalse();
        assertThat(rules.detect("en", tokens, List.of(held(9)), 2025).get(0).fired())
                .isFalse();
        assertThat(rules.detect("en", tokens, List.of(held(90)), 2025).get(0).fired())
                .isTrue();
        assertThat(firesUncounted(rules, "They were held. Guards have beaten them."))
                .isFalse();
        assertThat(firesUncounted(rules, "They were held. Nobody said why. Guards have beaten them."))
                .isTrue();
    }

    private static boolean firesUncounted(RuleSet rules, String text) {
        return rules.detect("en", ANALYZERS.of("en").analyze("", text), List.of(), 2025)
                .get(0)
                .fired();
    }

    private static Quantity held(long people) {
        return new Quantity("ARRESTED", people, false, 0, 0);
    }
}
