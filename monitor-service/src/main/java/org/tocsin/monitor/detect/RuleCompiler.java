package org.tocsin.monitor.detect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.tocsin.monitor.detect.RuleSet.CompiledCombination;
import org.tocsin.monitor.detect.RuleSet.CompiledGuard;
import org.tocsin.monitor.detect.RuleSet.CompiledRule;
import org.tocsin.monitor.text.Analyzers;

/** Compiles rules and the vocabulary that they share into a {@link RuleSet}, or says everything that is wrong. */
public final class RuleCompiler {

    /** Shared sets that the engine itself looks at. */
    static final String YEAR_LEAD = "year-lead";

    static final String RECENT = "recent-time";

    private final Vocabulary vocabulary;
    private final Map<String, TermCompiler> terms = new LinkedHashMap<>();
    private final Map<String, Integer> concepts = new LinkedHashMap<>();
    private final List<CompiledRule> rules = new ArrayList<>();
    private final List<CompiledCombination> combinations = new ArrayList<>();
    private List<RuleProblem> problems = new ArrayList<>();

    private RuleCompiler(Vocabulary vocabulary, Analyzers analyzers) {
        this.vocabulary = vocabulary;
        analyzers.languages().forEach(language -> terms.put(language, new TermCompiler(analyzers.of(language))));
    }

    /** @throws InvalidRuleException for the first rule that cannot be compiled, with all its problems */
    public static RuleSet compile(Vocabulary vocabulary, List<RuleDefinition> rules, Analyzers analyzers) {
        RuleCompiler compiler = new RuleCompiler(vocabulary, analyzers);
        Set<String> ids = new HashSet<>();
        for (RuleDefinition rule : rules) {
            compiler.problems = new ArrayList<>();
            if (!ids.add(rule.id())) {
                compiler.problem("/id", "Another rule has the id '" + rule.id() + "'.");
            }
            compiler.add(rule);
            if (!compiler.problems.isEmpty()) {
                throw new InvalidRuleException(rule.id(), compiler.problems);
            }
        }
        return compiler.build();
    }

    private void add(RuleDefinition rule) {
        checkHead(rule);
        List<CompiledGuard> guards = new ArrayList<>();
        for (int i = 0; i < rule.guards().size(); i++) {
            Guard guard = rule.guards().get(i);
            String pointer = "/guards/" + i;
            guards.add(new CompiledGuard(
                    guard,
                    setNumbers(rule, guard.cues(), pointer + "/cues"),
                    setNumbers(rule, guard.unless(), pointer + "/unless"),
                    setNumbers(rule, guard.unlessCounted(), pointer + "/unlessCounted"),
                    rule.figure()));
        }
        int[] withoutFigures = rule.figure() == null
                ? new int[0]
                : setNumbers(rule, rule.figure().none(), "/figure/none");
        CompiledRule compiled =
                new CompiledRule(rules.size(), rule, List.copyOf(guards), withoutFigures, new ArrayList<>(0));
        rules.add(compiled);
        addPatterns(rule, compiled);
        for (int i = 0; i < rule.combinations().size(); i++) {
            addCombination(rule, compiled, rule.combinations().get(i), "/combinations/" + i);
        }
    }

    private void checkHead(RuleDefinition rule) {
        if (!rule.id().matches("[a-z0-9][a-z0-9-]{0,99}")) {
            problem("/id", "An id is made of lower-case letters, digits and hyphens.");
        }
        if (!(rule.threshold() > 0) || rule.threshold() > 1000) {
            problem("/threshold", "The threshold must be above 0.");
        }
        if (rule.patterns().isEmpty() && rule.combinations().isEmpty() && rule.figure() == null) {
            problem("", "The rule has neither patterns nor combinations nor a figure: it could never fire.");
        }
    }

    private void addPatterns(RuleDefinition rule, CompiledRule compiled) {
        rule.patterns().forEach((language, patterns) -> {
            String base = Analyzers.base(language);
            for (int i = 0; i < patterns.size(); i++) {
                WeightedPattern pattern = patterns.get(i);
                String pointer = "/patterns/" + language + "/" + i;
                int concept = concept(rule.id() + "#" + language + i);
                addTerm(rule, base, concept, pattern.match(), pointer);
                Combination alone = new Combination(
                        pattern.match(),
                        pattern.weight(),
                        List.of(List.of()),
                        new Within.Document(),
                        List.of(),
                        Set.of(base));
                add(new CompiledCombination(compiled, alone, new int[][] {{concept}}, new int[0]));
            }
        });
    }

    private void addCombination(RuleDefinition rule, CompiledRule compiled, Combination source, String pointer) {
        if (source.all().isEmpty()) {
            problem(pointer + "/all", "A combination needs at least one group of sets.");
            return;
        }
        int[][] groups = new int[source.all().size()][];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = setNumbers(rule, source.all().get(i), pointer + "/all/" + i);
            if (groups[i].length == 0) {
                problem(pointer + "/all/" + i, "A group needs at least one set.");
            }
        }
        int[] none = setNumbers(rule, source.none(), pointer + "/none");
        add(new CompiledCombination(compiled, source, groups, none));
    }

    private void add(CompiledCombination combination) {
        List<CompiledCombination> kept =
                combination.source().weight() < 0 ? combination.rule().against() : combinations;
        kept.add(combination);
    }

    private int[] setNumbers(RuleDefinition rule, List<String> names, String pointer) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Integer number = setNumber(rule, names.get(i), pointer + "/" + i);
            if (number != null) {
                numbers.add(number);
            }
        }
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private Integer setNumber(RuleDefinition rule, String name, String pointer) {
        Map<String, List<String>> own = rule.sets().get(name);
        Map<String, List<String>> set = own != null ? own : vocabulary.sets().get(name);
        if (set == null) {
            problem(pointer, "There is no term set called '" + name + "'.");
            return null;
        }
        String key = own != null ? rule.id() + "/" + name : name;
        Integer known = concepts.get(key);
        if (known != null) {
            return known;
        }
        int concept = concept(key);
        set.forEach((language, patterns) -> {
            for (int i = 0; i < patterns.size(); i++) {
                String place = own != null ? "/sets/" + name + "/" + language + "/" + i : pointer;
                addTerm(rule, Analyzers.base(language), concept, patterns.get(i), place);
            }
        });
        return concept;
    }

    private void addTerm(RuleDefinition rule, String language, int concept, String pattern, String pointer) {
        TermCompiler compiler = terms.get(language);
        if (compiler == null) {
            problem(pointer, "The language '" + language + "' is not one of " + terms.keySet() + ".");
            return;
        }
        try {
            compiler.add(concept, pattern, name -> patterns(rule, name, language));
        } catch (IllegalArgumentException e) {
            problem(pointer, "'" + pattern + "': " + e.getMessage());
        }
    }

    private List<String> patterns(RuleDefinition rule, String name, String language) {
        Map<String, List<String>> set =
                rule.sets().getOrDefault(name, vocabulary.sets().get(name));
        if (set == null) {
            throw new IllegalArgumentException("There is no term set called '" + name + "'.");
        }
        List<String> patterns = new ArrayList<>();
        set.forEach((tag, list) -> {
            if (Analyzers.base(tag).equals(language)) {
                patterns.addAll(list);
            }
        });
        return patterns;
    }

    private int concept(String key) {
        int number = concepts.size();
        concepts.put(key, number);
        return number;
    }

    private void problem(String pointer, String sentence) {
        problems.add(new RuleProblem(pointer, sentence));
    }

    private RuleSet build() {
        RuleDefinition engine =
                new RuleDefinition("engine", 1, "", "", 1, Map.of(), Map.of(), List.of(), List.of(), null);
        int[] lead = vocabulary.sets().containsKey(YEAR_LEAD) ? setNumbers(engine, List.of(YEAR_LEAD), "") : new int[0];
        int[] recent = vocabulary.sets().containsKey(RECENT) ? setNumbers(engine, List.of(RECENT), "") : new int[0];
        List<List<CompiledCombination>> byTrigger = new ArrayList<>();
        concepts.forEach((name, number) -> byTrigger.add(new ArrayList<>()));
        for (CompiledCombination combination : combinations) {
            for (int concept : combination.groups()[0]) {
                byTrigger.get(concept).add(combination);
            }
        }
        Map<String, TermAutomaton> automata = new HashMap<>();
        terms.forEach((language, compiler) -> automata.put(language, compiler.compile()));
        return new RuleSet(
                automata,
                concepts.keySet().toArray(String[]::new),
                byTrigger.stream().map(RuleSet.Triggered::of).toArray(RuleSet.Triggered[]::new),
                rules,
                new RuleSet.YearCues(lead, recent));
    }
}
