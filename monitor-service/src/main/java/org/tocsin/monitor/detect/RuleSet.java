package org.tocsin.monitor.detect;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.text.Tokens;

/** All rules, compiled. Immutable and safe for many threads; a changed rule makes a new set. */
public final class RuleSet {

    /** A combination with its sets' numbers. */
    record CompiledCombination(CompiledRule rule, Combination source, int[][] groups, int[] none) {

        /** A concept without which the combination cannot be, or {@link #FREE} if several would do. */
        int gate() {
            return groups.length > 1 && groups[1].length == 1 ? groups[1][0] : FREE;
        }
    }

    /**
     * What a concept triggers.
     *
     * @param gates the {@linkplain CompiledCombination#gate gates}, beside the combinations to spare a look into each
     */
    record Triggered(CompiledCombination[] combinations, int[] gates) {

        /** Shared by the many concepts that trigger nothing. */
        private static final Triggered NOTHING = new Triggered(new CompiledCombination[0], new int[0]);

        static Triggered of(List<CompiledCombination> all) {
            return all.isEmpty()
                    ? NOTHING
                    : new Triggered(
                            all.toArray(CompiledCombination[]::new),
                            all.stream().mapToInt(CompiledCombination::gate).toArray());
        }
    }

    /** Instead of a gate. */
    static final int FREE = -1;

    /**
     * A guard with its sets' numbers.
     *
     * @param figure what the guard's rule asks of figures
     */
    record CompiledGuard(
            Guard source, int[] cues, int[] unless, int[] unlessCounted, @Nullable FigureCondition figure) {}

    /**
     * A rule; the combinations that speak for it refer to it.
     *
     * @param withoutFigures the sets that silence its figures
     * @param against the combinations that speak against it, looked at only once something speaks for it
     */
    record CompiledRule(
            int number,
            RuleDefinition source,
            List<CompiledGuard> guards,
            int[] withoutFigures,
            List<CompiledCombination> against) {}

    private final Map<String, TermAutomaton> automata;
    private final String[] conceptNames;
    private final Triggered[] byTrigger;
    private final List<CompiledRule> rules;
    private final List<CompiledRule> withFigures;
    private final YearCues years;

    RuleSet(
            Map<String, TermAutomaton> automata,
            String[] conceptNames,
            Triggered[] byTrigger,
            List<CompiledRule> rules,
            YearCues years) {
        this.automata = Map.copyOf(automata);
        this.conceptNames = conceptNames;
        this.byTrigger = byTrigger;
        this.rules = List.copyOf(rules);
        this.withFigures =
                rules.stream().filter(rule -> rule.source().figure() != null).toList();
        this.years = years;
    }

    /** Numbers of the sets that tell a year of the past from other numbers. */
    record YearCues(int[] lead, int[] recent) {}

    /**
     * Reads a document.
     *
     * @param language without region; a language without rules gives no detections
     * @param quantities the numbers of people in it
     * @param publishedYear the Gregorian year of publication, against which years of the past are told
     * @return one detection for every rule of which at least something was found, in the rules' order
     */
    public List<Detection> detect(String language, Tokens tokens, List<Quantity> quantities, int publishedYear) {
        TermAutomaton automaton = automata.get(language);
        if (automaton == null) {
            return List.of();
        }
        return new Evaluation(this, language, tokens, automaton.find(tokens), quantities, publishedYear).run();
    }

    String conceptName(int concept) {
        return conceptNames[concept];
    }

    Triggered triggeredBy(int concept) {
        return byTrigger[concept];
    }

    List<CompiledRule> rules() {
        return rules;
    }

    /** The rules that look at numbers of people. */
    List<CompiledRule> withFigures() {
        return withFigures;
    }

    YearCues years() {
        return years;
    }

    /** The number of rules. */
    public int size() {
        return rules.size();
    }
}
