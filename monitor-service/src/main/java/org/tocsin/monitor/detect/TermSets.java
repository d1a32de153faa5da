package org.tocsin.monitor.detect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.tocsin.monitor.text.Analyzers;
import org.tocsin.monitor.text.Tokens;

/** Term sets without rules: finds where each occurs, with the same notation and automaton. Immutable, thread-safe. */
public final class TermSets {

    /**
     * @param name the set
     * @param first the first word of the hit
     * @param last the last word of the hit
     */
    public record Found(String name, int first, int last) {}

    private final Map<String, TermAutomaton> automata = new HashMap<>();
    private final String[] names;

    private TermSets(Map<String, TermAutomaton> automata, String[] names) {
        this.automata.putAll(automata);
        this.names = names;
    }

    /**
     * Compiles sets.
     *
     * @param sets patterns by name of the set, then language
     * @throws InvalidRuleException if a pattern is not understood
     */
    public static TermSets compile(Map<String, Map<String, List<String>>> sets, Analyzers analyzers) {
        Map<String, TermCompiler> compilers = new LinkedHashMap<>();
        analyzers.languages().forEach(language -> compilers.put(language, new TermCompiler(analyzers.of(language))));
        List<String> names = new ArrayList<>();
        sets.forEach((name, byLanguage) -> {
            int concept = names.size();
            names.add(name);
            byLanguage.forEach((language, patterns) -> {
                for (String pattern : patterns) {
                    add(compilers.get(Analyzers.base(language)), concept, name, language, pattern, sets);
                }
            });
        });
        Map<String, TermAutomaton> automata = new HashMap<>();
        compilers.forEach((language, compiler) -> automata.put(language, compiler.compile()));
        return new TermSets(automata, names.toArray(String[]::new));
    }

    private static void add(
            TermCompiler compiler,
            int concept,
            String name,
            String language,
            String pattern,
            Map<String, Map<String, List<String>>> sets) {
        try {
            compiler.add(concept, pattern, other -> sets.getOrDefault(other, Map.of())
                    .getOrDefault(language, List.of()));
        } catch (IllegalArgumentException e) {
            throw new InvalidRuleException(
                    name, List.of(new RuleProblem("/" + language, "'" + pattern + "': " + e.getMessage())));
        }
    }

    /** Where the sets occur in a text, by first word. */
    public List<Found> find(String language, Tokens tokens) {
        TermAutomaton automaton = automata.get(Analyzers.base(language));
        if (automaton == null) {
            return List.of();
        }
        Hits hits = automaton.find(tokens);
        List<Found> found = new ArrayList<>(hits.size());
        for (int hit = 0; hit < hits.size(); hit++) {
            found.add(new Found(names[hits.concept(hit)], hits.first(hit), hits.last(hit)));
        }
        return found;
    }
}
