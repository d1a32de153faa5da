package org.tocsin.monitor.detect;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * What to look for, as a linguist writes it. {@code docs/writing-rules.md} explains every part.
 *
 * @param id stable name, lower case with hyphens
 * @param version grows with every change
 * @param category what the rule's signals are about, for instance MASS_DEPORTATION
 * @param threshold the sum of weights from which the rule fires; above 0
 * @param patterns weighted patterns by language; each counts once per document
 * @param sets term sets of this rule alone, by name, then language; they hide shared sets of the same name
 * @param combinations concepts that must stand together
 * @param guards what takes a match back or marks it as planned
 * @param figure a condition on numbers of people, or null
 * @param window a condition on all reports of some time, or null
 * @param deference the rules it gives way to
 */
public record RuleDefinition(
        String id,
        int version,
        String category,
        String title,
        double threshold,
        Map<String, List<WeightedPattern>> patterns,
        Map<String, Map<String, List<String>>> sets,
        List<Combination> combinations,
        List<Guard> guards,
        @Nullable FigureCondition figure,
        @Nullable WindowCondition window,
        Deference deference) {

    public RuleDefinition {
        requireNonNull(id, "id");
        requireNonNull(category, "category");
        requireNonNull(title, "title");
        requireNonNull(deference, "deference");
        patterns = Map.copyOf(patterns);
        sets = Map.copyOf(sets);
        combinations = List.copyOf(combinations);
        guards = List.copyOf(guards);
    }

    /** A rule that looks at single reports only. */
    public RuleDefinition(
            String id,
            int version,
            String category,
            String title,
            double threshold,
            Map<String, List<WeightedPattern>> patterns,
            Map<String, Map<String, List<String>>> sets,
            List<Combination> combinations,
            List<Guard> guards,
            @Nullable FigureCondition figure) {
        this(
                id,
                version,
                category,
                title,
                threshold,
                patterns,
                sets,
                combinations,
                guards,
                figure,
                null,
                Deference.NONE);
    }
}
