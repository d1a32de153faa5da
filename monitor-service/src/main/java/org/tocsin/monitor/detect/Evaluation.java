package org.tocsin.monitor.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.detect.RuleSet.CompiledCombination;
import org.tocsin.monitor.detect.RuleSet.CompiledRule;
import org.tocsin.monitor.text.Tokens;

/** One reading of one document by all rules. Only combinations whose trigger occurs are looked at. */
final class Evaluation {

    /** Enough to explain a signal; more places of the same kind say nothing new. */
    private static final int MOST_MATCHES = 40;

    private final RuleSet rules;
    private final String language;
    private final Tokens tokens;
    private final HitIndex hits;
    private final List<Quantity> quantities;
    private final GuardCheck guards;
    /** By identity: the hash of a rule would be computed of all its words, for every hit. */
    private final Map<CompiledRule, List<Match>> found = new IdentityHashMap<>();

    Evaluation(
            RuleSet rules,
            String language,
            Tokens tokens,
            HitIndex hits,
            List<Quantity> quantities,
            int publishedYear) {
        this.rules = rules;
        this.language = language;
        this.tokens = tokens;
        this.hits = hits;
        this.quantities = quantities;
        this.guards = new GuardCheck(rules, language, tokens, hits, quantities, publishedYear);
    }

    List<Detection> run() {
        for (Hit hit : hits.all()) {
            for (CompiledCombination combination : rules.triggeredBy(hit.concept())) {
                consider(combination, hit);
            }
        }
        if (!quantities.isEmpty()) {
            rules.rules().forEach(this::considerFigures);
        }
        List<Detection> detections = new ArrayList<>();
        rules.rules().stream().filter(found::containsKey).forEach(rule -> detections.add(conclude(rule)));
        return detections;
    }

    private void consider(CompiledCombination combination, Hit trigger) {
        Set<String> languages = combination.source().languages();
        if (!languages.isEmpty() && !languages.contains(language)) {
            return;
        }
        List<Match> matches = found.computeIfAbsent(combination.rule(), key -> new ArrayList<>());
        if (matches.size() >= MOST_MATCHES) {
            return;
        }
        int sentence = tokens.sentence(trigger.first());
        List<Hit> parts = new ArrayList<>();
        parts.add(trigger);
        for (int group = 1; group < combination.groups().length; group++) {
            Hit nearest = nearest(
                    combination.groups()[group],
                    trigger,
                    sentence,
                    combination.source().within());
            if (nearest == null) {
                return;
            }
            parts.add(nearest);
        }
        if (anyIn(sentence, combination.none())) {
            return;
        }
        matches.add(match(combination, parts, sentence));
    }

    private boolean anyIn(int sentence, int[] concepts) {
        for (int concept : concepts) {
            if (!hits.inSentence(sentence, concept).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Hit nearest(int[] concepts, Hit trigger, int sentence, Within within) {
        Hit best = null;
        int shortest = within instanceof Within.Words words ? words.count() : Integer.MAX_VALUE - 1;
        for (int concept : concepts) {
            List<Hit> candidates =
                    within instanceof Within.Document ? hits.inDocument(concept) : hits.inSentence(sentence, concept);
            for (Hit candidate : candidates) {
                int distance = candidate.distance(trigger);
                if (distance >= 0 && distance <= shortest && (best == null || distance < shortest)) {
                    best = candidate;
                    shortest = distance;
                }
            }
        }
        return best;
    }

    private Match match(CompiledCombination combination, List<Hit> parts, int sentence) {
        Hit trigger = parts.get(0);
        int first = parts.stream().mapToInt(Hit::first).min().orElseThrow();
        int last = parts.stream().mapToInt(Hit::last).max().orElseThrow();
        List<Match.Found> shown = parts.stream()
                .map(part -> new Match.Found(
                        rules.conceptName(part.concept()),
                        part.pattern(),
                        part.first(),
                        part.last(),
                        Math.max(0, part.distance(trigger))))
                .toList();
        Match match = new Match(
                combination.source().name(),
                combination.source().weight(),
                sentence,
                first,
                last,
                trigger.first(),
                trigger.last(),
                shown,
                guards.planned(combination.rule(), trigger, sentence),
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
        for (Quantity quantity : quantities) {
            if (condition.actions().contains(quantity.action()) && quantity.people() >= condition.fireFrom()) {
                int first = quantity.firstToken();
                int last = quantity.lastToken();
                Hit trigger = new Hit(-1, "figure", first, last);
                int sentence = tokens.sentence(first);
                if (anyIn(sentence, rule.withoutFigures())) {
                    continue;
                }
                Match match = new Match(
                        "figure of " + condition.fireFrom() + " or more",
                        rule.source().threshold(),
                        sentence,
                        first,
                        last,
                        first,
                        last,
                        List.of(new Match.Found("figure", quantity.action(), first, last, 0)),
                        quantity.planned() || guards.planned(rule, trigger, sentence),
                        null);
                Match.GuardHit guard = guards.check(rule, match);
                found.computeIfAbsent(rule, key -> new ArrayList<>())
                        .add(guard == null ? match : match.guardedBy(guard));
            }
        }
    }

    private Detection conclude(CompiledRule rule) {
        List<Match> matches = new ArrayList<>(found.getOrDefault(rule, List.of()));
        matches.sort(Comparator.comparingInt(Match::triggerFirst));
        List<Match> judged = spread(matches);
        List<Match> standing = judged.stream().filter(m -> m.guard() == null).toList();
        List<Match> guarded = judged.stream().filter(m -> m.guard() != null).toList();
        Set<String> counted = new HashSet<>();
        double score = standing.stream()
                .filter(m -> counted.add(m.name()))
                .mapToDouble(Match::weight)
                .sum();
        return new Detection(rule.source(), score, standing, guarded);
    }

    /** A guarded headline, or a guarded lead under a headline that says nothing, takes later matches with it. */
    private List<Match> spread(List<Match> matches) {
        if (matches.isEmpty()) {
            return matches;
        }
        int lead = matches.get(0).sentence();
        Match.GuardHit cause = null;
        for (Match match : matches) {
            if (match.sentence() != lead) {
                break;
            }
            if (match.guard() == null) {
                return matches;
            }
            if (match.guard().spreads()) {
                cause = match.guard();
            }
        }
        if (cause == null) {
            return matches;
        }
        Match.GuardHit from = cause;
        return matches.stream()
                .map(match -> match.guard() == null ? match.guardedBy(from) : match)
                .toList();
    }
}
