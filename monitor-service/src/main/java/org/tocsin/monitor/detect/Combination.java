package org.tocsin.monitor.detect;

import java.util.List;
import java.util.Set;

/**
 * Concepts that must stand together: an AND of ORs. The first group is the trigger, from which distances are counted
 * and around which guards look for their cues.
 *
 * @param name shown in the trace
 * @param weight what the combination adds to the score, once per document
 * @param all one group per concept, each a list of set names of which one must be there
 * @param within how near to the trigger the other groups must stand
 * @param none sets that must not occur in the trigger's sentence
 * @param languages the languages it is for; empty for all
 */
public record Combination(
        String name, double weight, List<List<String>> all, Within within, List<String> none, Set<String> languages) {

    public Combination {
        all = all.stream().map(List::copyOf).toList();
        none = List.copyOf(none);
        languages = Set.copyOf(languages);
    }
}
