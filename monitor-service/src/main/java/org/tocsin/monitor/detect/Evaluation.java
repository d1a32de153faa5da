package org.tocsin.monitor.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.detect.RuleSet.CompiledCombination;
import org.tocsin.monitor.detect.RuleSet.CompiledRule;
import org.tocsin.monitor.text.Tokens;

/** One reading of one document by all rules. Only combinations of which every part occurs are looked at. */
final class Evaluation {

    /** Enough of one combination or of figures to explain a signal; more places of the same kind say nothing new. */
    private static final int MOST_MATCHES = 40;

    private final RuleSet rules;
    private final String language;
    private final Tokens tokens;
    private final Hits hits;
    private final List<Quantity> quantities;
    private final GuardCheck guards;
    private final Map<Integer, List<Match>> found = new HashMap<>();

    Evaluation(RuleSet rules, String language, Tokens tokens, Hits hits, List<Quantity> quantities, int publishedYear) {
        this.rules = rules;
        this.language = language;
        this.tokens = tokens;
        this.hits = hits;
        this.quantities = quantities;
        this.guards = new GuardCheck(rules, language, tokens, hits, quantities, publishedYear);
    }

    /** What was found, in the order of the rules. */
    List<Detection> run() {
        for (int hit = 0; hit < hits.size(); hit++) {
            RuleSet.Triggered triggered = rules.triggeredBy(hits.concept(hit));
            if (triggered.gates().length > 0 && hits.firstOfConcept(hit)) {
                consider(triggered, hit);
            }
        }
        if (!quantities.isEmpty()) {
            rules.withFigures().forEach(this::considerFigures);
        }
        List<Detection> detections = new ArrayList<>(found.size());
        // A copy, because what speaks against a rule is added to what was found.
        for (int number :
                found.keySet().stream().mapToInt(Integer::intValue).sorted().toArray()) {
            CompiledRule rule = rules.rules().get(number);
            rule.against().forEach(this::considerAgainst);
            detections.add(Conclusion.of(rule, found.getOrDefault(number, List.of())));
        }
        return new Precedence(tokens, quantities).apply(detections);
    }

    private void consider(RuleSet.Triggered triggered, int hit) {
        for (int i = 0; i < triggered.gates().length; i++) {
            int gate = triggered.gates()[i];
            if (gate == RuleSet.FREE || hits.occurs(gate)) {
                CompiledCombination combination = triggered.combinations()[i];
                if (possible(combination, hit)) {
                    consider(combination);
                }
            }
        }
    }

    private void considerAgainst(CompiledCombination combination) {
        for (int[] group : combination.groups()) {
            if (!anyOccurs(group)) {
                return;
            }
        }
        if (speaks(combination)) {
            consider(combination);
        }
    }

    private boolean speaks(CompiledCombination combination) {
        Set<String> languages = combination.source().languages();
        return languages.isEmpty() || languages.contains(language);
    }

    /** Whether every part occurs somewhere, asked at the first of its triggers. */
    private boolean possible(CompiledCombination combination, int first) {
        int[][] groups = combination.groups();
        for (int group = 1; group < groups.length; group++) {
            if (!anyOccurs(groups[group])) {
                return false;
            }
        }
        for (int concept : groups[0]) {
            if (hits.occurs(concept) && hits.at(hits.begin(concept)) < first) {
                return false;
            }
        }
        return speaks(combination);
    }

    private boolean anyOccurs(int[] concepts) {
        for (int concept : concepts) {
            if (hits.occurs(concept)) {
                return true;
            }
        }
        return false;
    }

    private void consider(CompiledCombination combination) {
        int count = 0;
        for (int trigger : triggers(combination.groups()[0])) {
            Match match = at(combination, trigger);
            if (match != null) {
                add(combination.rule(), match);
                if (++count == MOST_MATCHES) {
                    return;
                }
            }
        }
    }

    private void add(CompiledRule rule, Match match) {
        found.computeIfAbsent(rule.number(), key -> new ArrayList<>()).add(match);
    }

    /** All hits of the concepts, in the order of the text. */
    private int[] triggers(int[] concepts) {
        int count = 0;
        for (int concept : concepts) {
            count += hits.end(concept) - hits.begin(concept);
        }
        int[] triggers = new int[count];
        int next = 0;
        for (int concept : concepts) {
            int end = hits.end(concept);
            for (int position = hits.begin(concept); position < end; position++) {
                triggers[next++] = hits.at(position);
            }
        }
        if (concepts.length > 1) {
            Arrays.sort(triggers);
        }
        return triggers;
    }

    private @Nullable Match at(CompiledCombination combination, int trigger) {
        if (anyInSentenceOf(hits.first(trigger), combination.none())) {
            return null;
        }
        int[][] groups = combination.groups();
        int[] parts = new int[groups.length];
        parts[0] = trigger;
        for (int group = 1; group < parts.length; group++) {
            parts[group] = nearest(groups[group], trigger, combination.source().within());
            if (parts[group] < 0) {
                return null;
            }
        }
        return match(combination, parts);
    }

    private boolean anyInSentenceOf(int token, int[] concepts) {
        for (int concept : concepts) {
            if (hits.inSentenceOf(token, concept)) {
                return true;
            }
        }
        return false;
    }

    private int nearest(int[] concepts, int trigger, Within within) {
        int best = -1;
        int most = within instanceof Within.Words words ? words.count() : Integer.MAX_VALUE - 1;
        for (int concept : concepts) {
            int candidate = hits.nearest(concept, trigger, most, within);
            if (candidate >= 0) {
                best = candidate;
                // Only what is nearer still is better.
                most = hits.distance(candidate, trigger) - 1;
                if (most < 0) {
                    break;
                }
            }
        }
        return best;
    }

    private Match match(CompiledCombination combination, int[] parts) {
        Match.Found[] shown = new Match.Found[parts.length];
        Hit trigger = hits.hit(parts[0]);
        int sentence = tokens.sentence(trigger.first());
        int first = Integer.MAX_VALUE;
        int last = 0;
        for (int i = 0; i < parts.length; i++) {
            Hit part = hits.hit(parts[i]);
            // What stands in another sentence is shown among the hits; the quote is of one sentence.
            if (tokens.sentence(part.first()) == sentence) {
                first = Math.min(first, part.first());
                last = Math.max(last, part.last());
            }
            shown[i] = new Match.Found(
                    rules.conceptName(part.concept()),
                    part.pattern(),
                    part.first(),
                    part.last(),
                    Math.max(0, hits.distance(parts[i], parts[0])));
        }
        Match match = new Match(
                combination.source().name(),
                combination.source().weight(),
                sentence,
                first,
                last,
                trigger.first(),
                trigger.last(),
                List.of(shown),
                guards.planned(combination.rule(), trigger),
                null);
        Match.GuardHit guard = guards.check(combination.rule(), match);
        return guard == null ? match : match.guardedBy(guard);
    }

    /** A large enough figure fires by itself, with the guards looking around its quote. */
    private void considerFigures(CompiledRule rule) {
        FigureCondition condition = rule.source().figure();
        if (condition == null || condition.fireFrom() == null) {
            return;
        }
        int count = 0;
        for (Quantity quantity : quantities) {
            if (condition.actions().contains(quantity.action())
                    && quantity.people() >= condition.fireFrom()
                    && !anyInSentenceOf(quantity.firstToken(), rule.withoutFigures())) {
                add(rule, figure(rule, condition.fireFrom(), quantity));
                if (++count == MOST_MATCHES) {
                    return;
                }
            }
        }
    }

    private Match figure(CompiledRule rule, long from, Quantity quantity) {
        int first = quantity.firstToken();
        int last = quantity.lastToken();
        Match match = new Match(
                "figure of " + from + " or more",
                rule.source().threshold(),
                tokens.sentence(first),
                first,
                last,
                first,
                last,
                List.of(new Match.Found("figure", quantity.action(), first, last, 0)),
                quantity.planned() || guards.planned(rule, new Hit(-1, "figure", first, last)),
                null);
        Match.GuardHit guard = guards.check(rule, match);
        return guard == null ? match : match.guardedBy(guard);
    }
}
