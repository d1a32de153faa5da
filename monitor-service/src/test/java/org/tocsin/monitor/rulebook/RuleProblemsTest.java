package org.tocsin.monitor.rulebook;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.monitor.detect.InvalidRuleException;
import org.tocsin.monitor.detect.RuleCompiler;
import org.tocsin.monitor.detect.RuleProblem;
import org.tocsin.monitor.text.Analyzers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What the author of a bad rule is told: where it is, and what is wrong in one sentence. */
class RuleProblemsTest {

    private static final Analyzers ANALYZERS = new Analyzers();
    private static final Rulebook BUNDLED = Rulebook.bundled();
    private static final String HEAD = "{id: a-rule, category: MASS_ARREST, title: A rule, ";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            combinations: [{name: c, all: [no-such-set]}]        | /combinations/0/all/0/0  | no-such-set
            combinations: [{name: c, all: []}]                   | /combinations/0/all      | at least one group
            combinations: [{name: c, all: [arrest], within: far}] | /combinations/0/within  | number of words
            patterns: {xx: [{match: word}]}                      | /patterns/xx/0           | language 'xx'
            patterns: {en: [{match: ... word}]}                  | /patterns/en/0           | begin with a gap
            patterns: {en: [{match: word ...}]}                  | /patterns/en/0           | end with a gap
            patterns: {en: [{match: a*b}]}                       | /patterns/en/0           | not a word
            patterns: {en: [{match: '@no-set'}]}                 | /patterns/en/0           | no-set
            patterns: {en: [{match: word}]}, threshold: 0        | /threshold               | above 0
            patterns: {en: [{match: word}]}, threshhold: 1       | /threshhold              | no field
            patterns: {en: [{match: word}]}, threshold: high     | /threshold               | a number
            patterns: {en: [{match: word}]}, format: 2           | /format                  | Only format 1
            patterns: {en: [{match: word}]}, guards: [{kind: odd, cues: [past]}] | /guards/0/kind | not a kind
            patterns: {en: [{match: word}]}, guards: [no-group]  | /guards/0                | no group of guards
            patterns: {en: [{match: word}]}, figure: {none: [no-such-set]} | /figure/none/0 | no-such-set
            title: Another, threshold: 1                         | ''                       | could never fire
            """)
    void saysWhereAndWhat(String body, String pointer, String words) {
        String head = body.startsWith("title") ? "{id: a-rule, category: MASS_ARREST, " : HEAD;
        List<RuleProblem> problems = problems(head + body + "}");

        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.pointer()).isEqualTo(pointer);
            assertThat(problem.sentence()).contains(words).endsWith(".");
        });
    }

    @Test
    void namesTheLineOfWhatIsNotYaml() {
        assertThat(problems("id: a-rule\ntitle: [open\n"))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.sentence()).startsWith("Line ").contains("not well-formed"));
    }

    @Test
    void listsEverythingAtOnce() {
        assertThat(problems("{threshold: high, patterns: []}")).hasSizeGreaterThan(3);
    }

    private static List<RuleProblem> problems(String source) {
        InvalidRuleException thrown = catchThrowableOfType(
                InvalidRuleException.class,
                () -> RuleCompiler.compile(
                        BUNDLED.vocabulary(), List.of(new RuleReader(BUNDLED.vocabulary()).read(source)), ANALYZERS));
        assertThat(thrown).as(source).isNotNull();
        return thrown.problems();
    }
}
