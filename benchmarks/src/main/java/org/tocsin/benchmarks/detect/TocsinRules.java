package org.tocsin.benchmarks.detect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.tocsin.monitor.detect.Combination;
import org.tocsin.monitor.detect.Detection;
import org.tocsin.monitor.detect.RuleCompiler;
import org.tocsin.monitor.detect.RuleDefinition;
import org.tocsin.monitor.detect.RuleSet;
import org.tocsin.monitor.detect.Vocabulary;
import org.tocsin.monitor.detect.WeightedPattern;
import org.tocsin.monitor.detect.Within;
import org.tocsin.monitor.text.Analyzers;
import org.tocsin.monitor.text.Tokens;

/** Generated rules, compiled by our engine. */
final class TocsinRules {

    static final String LANGUAGE = "en";
    private static final int YEAR = 2025;
    /** Outweighs everything that speaks for a rule. */
    private static final double NEVER = -1_000;

    private final RuleSet rules;

    TocsinRules(List<GeneratedRule> rules, Analyzers analyzers) {
        this.rules = RuleCompiler.compile(
                Vocabulary.EMPTY, rules.stream().map(TocsinRules::definition).toList(), analyzers);
    }

    /** What the rules make of a document; the number of rules that fire and those that do not quite. */
    List<Detection> detect(Tokens tokens) {
        return rules.detect(LANGUAGE, tokens, List.of(), YEAR);
    }

    Set<String> fired(Tokens tokens) {
        Set<String> fired = new TreeSet<>();
        detect(tokens).stream()
                .filter(Detection::fired)
                .forEach(detection -> fired.add(detection.rule().id()));
        return fired;
    }

    private static RuleDefinition definition(GeneratedRule rule) {
        if (rule instanceof GeneratedRule.Phrases phrases) {
            List<WeightedPattern> patterns = new ArrayList<>();
            phrases.phrases().forEach(words -> patterns.add(new WeightedPattern(String.join(" ", words), 1)));
            return definition(rule.id(), patterns, Map.of(), List.of());
        }
        if (rule instanceof GeneratedRule.Near near) {
            return definition(
                    rule.id(),
                    List.of(),
                    sets(List.of(near.one()), List.of(near.other())),
                    List.of(combination(new Within.Words(near.words()))));
        }
        GeneratedRule.Both both = (GeneratedRule.Both) rule;
        return definition(
                rule.id(),
                List.of(new WeightedPattern(both.not(), NEVER)),
                sets(both.oneOf(), both.andOneOf()),
                List.of(combination(new Within.Document())));
    }

    private static Map<String, Map<String, List<String>>> sets(List<String> one, List<String> other) {
        Map<String, Map<String, List<String>>> sets = new LinkedHashMap<>();
        sets.put("one", Map.of(LANGUAGE, one));
        sets.put("other", Map.of(LANGUAGE, other));
        return sets;
    }

    private static Combination combination(Within within) {
        return new Combination("both", 1, List.of(List.of("one"), List.of("other")), within, List.of(), Set.of());
    }

    private static RuleDefinition definition(
            String id,
            List<WeightedPattern> patterns,
            Map<String, Map<String, List<String>>> sets,
            List<Combination> combinations) {
        return new RuleDefinition(
                id, 1, "MASS_ARREST", id, 1, Map.of(LANGUAGE, patterns), sets, combinations, List.of(), null);
    }
}
