package org.tocsin.monitor.detect;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A condition on the numbers of people that a text gives.
 *
 * @param actions the actions whose figures count, for instance DEPORTED
 * @param fireFrom a figure of at least so many people fires the rule by itself; null for never
 * @param vetoBelow matches in a sentence whose largest such figure is smaller are taken back; 0 for never
 */
public record FigureCondition(Set<String> actions, @Nullable Long fireFrom, long vetoBelow) {

    public FigureCondition {
        actions = Set.copyOf(actions);
    }
}
