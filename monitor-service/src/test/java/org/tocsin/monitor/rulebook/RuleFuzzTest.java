package org.tocsin.monitor.rulebook;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.tocsin.monitor.detect.InvalidRuleException;
import org.tocsin.monitor.detect.RuleCompiler;
import org.tocsin.monitor.text.Analyzers;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever somebody sends as a rule is compiled or refused with sentences, never anything else. */
class RuleFuzzTest {

    private static final Analyzers ANALYZERS = new Analyzers();
    private static final Rulebook BUNDLED = Rulebook.bundled();
    private static final List<String> BITS = List.of(
            "deport~",
            "expel*",
            "*raid*",
            "(a|b c)",
            "(",
            ")",
            "|",
            "@deport",
            "@no-set",
            "...",
            "..4",
            "..99",
            "…",
            "~",
            "*",
            "@",
            "من",
            "ترحيل",
            "\\u200C",
            "'",
            "#",
            "a-b",
            "'\\uD800'",
            "((a))",
            "(|)",
            "word word",
            "1",
            "null");

    @Test
    void patternsOfAnyKind() {
        Random random = new Random(3);
        int compiled = 0;
        for (int round = 0; round < 3_000; round++) {
            StringBuilder pattern = new StringBuilder();
            for (int i = random.nextInt(5); i >= 0; i--) {
                pattern.append(BITS.get(random.nextInt(BITS.size()))).append(random.nextBoolean() ? " " : "");
            }
            compiled += compiles(
                            """
                    {"id": "a-rule", "category": "MASS_ARREST", "title": "A rule", "threshold": 1,
                     "patterns": {"en": [{"match": "%s", "weight": 1}]}}
                    """
                                    .formatted(pattern))
                    ? 1
                    : 0;
        }
        assertThat(compiled).isBetween(100, 2_900);
    }

    @Test
    void damagedRules() {
        Random random = new Random(4);
        String rule =
                """
                {"format": 1, "id": "a-rule", "category": "MASS_ARREST", "title": "A rule", "threshold": 1,
                 "sets": {"own": {"en": ["raid~", "arrest ... people"]}},
                 "combinations": [{"name": "c", "weight": 1.0, "all": ["own", "arrest"], "within": 14, "none": ["goods"]}],
                 "guards": ["assertion", {"kind": "negated", "cues": ["negation"], "where": "before 5"}],
                 "figure": {"actions": ["ARRESTED"], "fireFrom": 50, "vetoBelow": 10}}
                """;
        String letters = "{}[]\",:0-9az \\\n\u0000ا";
        for (int round = 0; round < 3_000; round++) {
            StringBuilder damaged = new StringBuilder(rule);
            for (int i = random.nextInt(4); i >= 0; i--) {
                int at = random.nextInt(damaged.length());
                switch (random.nextInt(3)) {
                    case 0 -> damaged.deleteCharAt(at);
                    case 1 -> damaged.insert(at, letters.charAt(random.nextInt(letters.length())));
                    default -> damaged.setCharAt(at, letters.charAt(random.nextInt(letters.length())));
                }
            }
            compiles(damaged.toString());
        }
        assertThat(compiles(rule)).isTrue();
    }

    private static boolean compiles(String source) {
        try {
            RuleCompiler.compile(
                    BUNDLED.vocabulary(), List.of(new RuleReader(BUNDLED.vocabulary()).read(source)), ANALYZERS);
            return true;
        } catch (InvalidRuleException e) {
            assertThat(e.problems()).as(source).isNotEmpty();
            return false;
        }
    }
}
