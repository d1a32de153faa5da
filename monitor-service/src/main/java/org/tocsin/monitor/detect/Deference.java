package org.tocsin.monitor.detect;

import java.util.List;

/**
 * To which other rules a rule gives way, by their ids; ids that do not exist do no harm.
 *
 * @param to rules whose sentences this rule leaves to them
 * @param uncountedTo the same, but for sentences with a figure of this rule's own actions
 * @param uncountedToTitle rules that take the whole report where they fire on its title and this one on the text alone,
 *     without a figure of its own actions anywhere: what a headline leaves out and nobody counted is background
 */
public record Deference(List<String> to, List<String> uncountedTo, List<String> uncountedToTitle) {

    /** Gives way to no rule. */
    public static final Deference NONE = new Deference(List.of(), List.of(), List.of());

    public Deference {
        to = List.copyOf(to);
        uncountedTo = List.copyOf(uncountedTo);
        uncountedToTitle = List.copyOf(uncountedToTitle);
    }
}
