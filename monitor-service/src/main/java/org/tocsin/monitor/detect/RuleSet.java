package org.tocsin.monitor.detect;

import java.util.List;
import java.util.Map;

import org.tocsin.monitor.text.Tokens;

/** All rules, compiled. Immutable and safe for many threads; a changed rule makes a new set. */
public final class RuleSet {

    /** A combination with its sets' numbers. */
    record CompiledCombination(CompiledRule rule, Combination source, int[][] groups, int[] none) {}

    /** A guard with its sets' numbers. */
    record CompiledGuard(Guard source, int[] cues, int[] unless) {}

    /** A rule, its guards and the sets that silence its figures; its combinations refer to it. */
    record CompiledRule(int number, RuleDefinition source, List<CompiledGuard> guards, int[] withoutFigures) {}

    private final Map<String, TermAutomaton> automata;
    private final String[] conceptNames;
    private final CompiledCombination[][] byTrigger;
    private final List<CompiledRule> rules;
    private final YearCues years;

    RuleSet(
            Map<String, TermAutomaton> automata,
            String[] conceptNames,
            CompiledCombination[][] byTrigger,
            List<CompiledRule> rules,
            YearCues years) {
        this.automata = Map.copyOf(automata);
        this.conceptNames = conceptNames;
        this.byTrigger = byTrigger;
        this.rules = List.copyOf(rules);
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
        HitIndex hits = new HitIndex(tokens, automaton.find(tokens));
        return new Evaluation(this, language, tokens, hits, quantities, publishedYear).run();
    }

    /** Where the sets that the given names stand for occur; for readers of places. Unknown names are left out. */
    String conceptName(int concept) {
        return conceptNames[concept];
    }

    CompiledCombination[] triggeredBy(int concept) {
        return byTrigger[concept];
    }

    List<CompiledRule> rules() {
        return rules;
    }

    YearCues years() {
        return years;
    }

    /** The number of rules. */
    public int size() {
        return rules.size();
    }
}
