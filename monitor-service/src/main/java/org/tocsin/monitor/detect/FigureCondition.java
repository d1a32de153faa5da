package org.tocsin.monitor.detect;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A condition on the numbers of people that a text gives.
 *
 * @param actions the actions whose figures count, for instance DEPORTED
 * @param fireFrom a figure of at least so many people fires the rule by itself; null for never
 * @param vetoBelow matches in a sentence whose largest such figure is smaller are taken back; 0 for never
 * @param none sets that must not occur in the sentence of a figure that is to fire the rule
 */
public record FigureCondition(Set<String> actions, @Nullable Long fireFrom, long vetoBelow, List<String> none) {

    public FigureCondition {
        actions = Set.copyOf(actions);
        none = List.copyOf(none);
    }
}
