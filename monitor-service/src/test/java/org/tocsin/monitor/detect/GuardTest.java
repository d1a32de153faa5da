package org.tocsin.monitor.detect;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.tocsin.monitor.text.Analyzers;
import org.tocsin.monitor.text.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

/** Where cues count, and what takes their effect away. */
class GuardTest {

    private static final Analyzers ANALYZERS = new Analyzers();

    private static boolean fires(String pattern, Guard guard, String text, Quantity... quantities) {
        RuleDefinition rule = new RuleDefinition(
                "arrests",
                1,
                "MASS_ARREST",
                "A rule",
                1,
                Map.of("en", List.of(new WeightedPattern(pattern, 1))),
                Map.of(
                        "not", Map.of("en", List.of("never")),
                        "smuggler", Map.of("en", List.of("smugglers")),
                        "migrants", Map.of("en", List.of("migrants"))),
                List.of(),
                List.of(guard),
                new FigureCondition(Set.of("ARRESTED"), null, 10, List.of()));
        Tokens tokens = ANALYZERS.of("en").analyze("", text);
        return RuleCompiler.compile(Vocabulary.EMPTY, List.of(rule), ANALYZERS)
                .detect("en", tokens, List.of(quantities), 2025)
                .stream()
                .anyMatch(Detection::fired);
    }

    private static Guard guard(String cue, Guard.Where where, int words, String... unlessCounted) {
        return new Guard(
                Guard.Kind.UNRELATED, List.of(cue), where, words, List.of(), List.of(unlessCounted), Set.of(), true);
    }

    /** "Passports were never confiscated": the pattern reaches from the noun to the verb. */
    @Test
    void seesWhatStandsInTheGapOfAPattern() {
        Guard before = guard("not", Guard.Where.BEFORE, 3);
        assertThat(fires("passports ..4 taken", before, "Their passports were taken."))
                .isTrue();
        assertThat(fires("passports ..4 taken", before, "Their passports were never taken."))
                .isFalse();
        assertThat(fires("passports ..4 taken", before, "Never were passports taken."))
                .isFalse();
        assertThat(fires("never ..4 returned", before, "What was taken was never returned."))
                .isTrue();
    }

    @Test
    void leavesAloneThoseWhoAreCountedBeforeTheCue() {
        Guard nearby = guard("smuggler", Guard.Where.NEARBY, 0, "migrants");
        Quantity migrants = new Quantity("ARRESTED", 120, false, 0, 1);
        String text = "120 migrants and three smugglers were arrested.";
        assertThat(fires("arrested", nearby, text, migrants)).isTrue();
        assertThat(fires("arrested", nearby, text)).isFalse();
        assertThat(fires("arrested", nearby, text, new Quantity("RETURNED", 120, false, 0, 1)))
                .isFalse();
        assertThat(fires("arrested", nearby, text, new Quantity("ARRESTED", 9, false, 0, 1)))
                .isFalse();
        assertThat(fires("arrested", guard("smuggler", Guard.Where.NEARBY, 0), text, migrants))
                .isFalse();
    }

    /** "Three smugglers who hid 40 migrants were arrested": who is hidden was not arrested. */
    @Test
    void doesNotLeaveAloneThoseWhoAreCountedBehindIt() {
        Guard nearby = guard("smuggler", Guard.Where.NEARBY, 0, "migrants");
        Quantity hidden = new Quantity("ARRESTED", 40, false, 4, 5);
        assertThat(fires("arrested", nearby, "Three smugglers who hid 40 migrants were arrested.", hidden))
                .isFalse();
    }
}
