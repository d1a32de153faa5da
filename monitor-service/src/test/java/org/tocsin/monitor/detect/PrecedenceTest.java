package org.tocsin.monitor.detect;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.tocsin.monitor.text.Analyzers;

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
                new Deference(yieldsTo, List.of(), List.of()));
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

    private static RuleDefinition arrest(Deference deference) {
        return new RuleDefinition(
                "arrested",
                1,
                "MASS_ARREST",
                "A rule",
                1,
                Map.of("en", List.of(new WeightedPattern("held", 1))),
                Map.of(),
                List.of(),
                List.of(),
                new FigureCondition(Set.of("ARRESTED"), null, 10, List.of()),
                null,
                deference);
    }

    private static boolean arrests(Deference deference, String title, String text, Quantity... figures) {
        RuleSet rules = RuleCompiler.compile(
                Vocabulary.EMPTY, List.of(arrest(deference), rule("beaten", "beaten", 1, List.of())), ANALYZERS);
        return rules.detect("en", ANALYZERS.of("en").analyze(title, text), List.of(figures), 2025).stream()
                .anyMatch(
                        detection -> detection.fired() && detection.rule().id().equals("arrested"));
    }

    @Test
    void aRuleThatYieldsWhereItDoesNotCountKeepsWhatItCounts() {
        Deference deference = new Deference(List.of(), List.of("beaten"), List.of());

        assertThat(arrests(deference, "", "Those held were beaten.")).isFalse();
        assertThat(arrests(deference, "", "Those held were beaten.", held(9))).isFalse();
        assertThat(arrests(deference, "", "Those held were beaten.", held(90))).isTrue();
        assertThat(arrests(deference, "", "They were held. Guards have beaten them."))
                .isFalse();
        assertThat(arrests(deference, "", "They were held. Nobody said why. Guards have beaten them."))
                .isTrue();
    }

    @Test
    void whatTheHeadlineLeavesOutAndNobodyCountedIsBackground() {
        Deference deference = new Deference(List.of(), List.of(), List.of("beaten"));

        assertThat(arrests(deference, "Migrants beaten", "Many had been held.")).isFalse();
        assertThat(arrests(deference, "Migrants beaten", "Many had been held.", held(90)))
                .isTrue();
        assertThat(arrests(deference, "Migrants held", "Many were beaten.")).isTrue();
        assertThat(arrests(deference, "A night at the border", "Many were held. Some were beaten."))
                .isTrue();
        assertThat(arrests(Deference.NONE, "Migrants beaten", "Many had been held."))
                .isTrue();
    }

    private static Quantity held(long people) {
        return new Quantity("ARRESTED", people, false, 0, 0);
    }
}
