package org.tocsin.monitor.detect;

import java.util.List;
import java.util.Map;

/**
 * What rules share.
 *
 * @param sets term sets by name, then language, each a list of patterns
 * @param guards groups of guards by name
 */
public record Vocabulary(Map<String, Map<String, List<String>>> sets, Map<String, List<Guard>> guards) {

    /** Nothing shared. */
    public static final Vocabulary EMPTY = new Vocabulary(Map.of(), Map.of());

    public Vocabulary {
        sets = Map.copyOf(sets);
        guards = Map.copyOf(guards);
    }
}
