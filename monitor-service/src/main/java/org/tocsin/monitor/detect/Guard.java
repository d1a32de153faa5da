package org.tocsin.monitor.detect;

import java.util.List;
import java.util.Set;

/**
 * Cues that change what a match means.
 *
 * @param kind what the cue says about the match
 * @param cues names of term sets
 * @param where where a cue counts, seen from the trigger
 * @param words for BEFORE, AFTER and NEAR: at most so many words away
 * @param unless sets that take a cue's effect away where they overlap it ("not only")
 * @param unlessCounted sets of people: a cue behind a figure of the rule's actions that counts some of them speaks of
 *     others ("120 migrants and three smugglers were arrested")
 * @param languages the languages it is for; empty for all
 * @param spreads whether a guarded headline or lead takes the later matches of the document with it
 */
public record Guard(
        Kind kind,
        List<String> cues,
        Where where,
        int words,
        List<String> unless,
        List<String> unlessCounted,
        Set<String> languages,
        boolean spreads) {

    public Guard {
        cues = List.copyOf(cues);
        unless = List.copyOf(unless);
        unlessCounted = List.copyOf(unlessCounted);
        languages = Set.copyOf(languages);
    }

    /** What a cue says. PLANNED marks a match; all others take it back. */
    public enum Kind {
        NEGATED,
        HYPOTHETICAL,
        HISTORICAL,
        LIFTED,
        CANCELLED,
        HOMONYM,
        SINGLE,
        UNRELATED,
        PLANNED
    }

    /** Where a cue counts. */
    public enum Where {
        BEFORE,
        AFTER,
        NEAR,
        /** The sentence of the trigger, its neighbours, and the headline. */
        NEARBY,
        SENTENCE,
        TITLE,
        DOCUMENT
    }
}
