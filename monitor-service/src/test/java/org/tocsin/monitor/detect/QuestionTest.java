package org.tocsin.monitor.detect;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.tocsin.monitor.text.Analyzers;

import static org.assertj.core.api.Assertions.assertThat;

/** What is only asked has not happened. */
class QuestionTest {

    private static final Analyzers ANALYZERS = new Analyzers();

    private static final RuleSet RULES = RuleCompiler.compile(
            Vocabulary.EMPTY,
            List.of(new RuleDefinition(
                    "closed",
                    1,
                    "BORDER_CLOSURE",
                    "A rule",
                    1,
                    Map.of(
                            "en",
                            List.of(new WeightedPattern("border", 1)),
                            "ar",
                            List.of(new WeightedPattern("الحدود", 1))),
                    Map.of(),
                    List.of(),
                    List.of(),
                    null)),
            ANALYZERS);

    private static boolean fires(String language, String title, String text) {
        return RULES.detect(language, ANALYZERS.of(language).analyze(title, text), List.of(), 2025).stream()
                .anyMatch(Detection::fired);
    }

    @Test
    void aQuestionDoesNotFire() {
        assertThat(fires("en", "", "Is the border shut?")).isFalse();
        assertThat(fires("en", "", "Is it true? The border is shut.")).isTrue();
        assertThat(fires("en", "", "Is the border shut? The border is shut.")).isTrue();
        assertThat(fires("ar", "", "هل أغلقت الحدود؟")).isFalse();
    }

    @Test
    void aHeadlineThatAsksIsAboutTheWholeReport() {
        assertThat(fires("en", "Can Poland shut its border?", "Lawyers doubt that the border can be shut."))
                .isFalse();
        assertThat(fires("en", "Border shut? Families doubt it", "The border was shut."))
                .isTrue();
        assertThat(fires("en", "A rumour?", "The border was shut.")).isTrue();
        assertThat(fires("en", "Poland shuts its border: who will pick the apples?", "Farmers are worried."))
                .isTrue();
        assertThat(fires("en", "Poland: will it shut its border?", "The border is open."))
                .isFalse();
    }
}
