package org.tocsin.monitor.detect;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One place where a rule's combination or pattern was found, or was found and taken back.
 *
 * @param name the combination's name, or the pattern
 * @param weight what it adds to the score
 * @param sentence the sentence, counted over title and text
 * @param firstToken the first word of all its hits
 * @param lastToken the last word of all its hits
 * @param triggerFirst the first word of the trigger
 * @param triggerLast the last word of the trigger
 * @param hits what was found, the trigger first
 * @param planned announced rather than done
 * @param guard what took the match back, or null if it stands
 */
public record Match(
        String name,
        double weight,
        int sentence,
        int firstToken,
        int lastToken,
        int triggerFirst,
        int triggerLast,
        List<Found> hits,
        boolean planned,
        @Nullable GuardHit guard) {

    public Match {
        hits = List.copyOf(hits);
    }

    /**
     * @param concept the set's name
     * @param pattern the pattern as written
     * @param firstToken the first word
     * @param lastToken the last word
     * @param distance words between it and the trigger; 0 for the trigger itself
     */
    public record Found(String concept, String pattern, int firstToken, int lastToken, int distance) {}

    /**
     * @param kind what the cue says
     * @param cue the pattern of the cue, or a description where a rule of arithmetic decided
     * @param firstToken the cue's first word, -1 if it has none
     * @param lastToken the cue's last word, -1 if it has none
     * @param spreads whether it takes later matches of the document with it
     */
    public record GuardHit(Guard.Kind kind, String cue, int firstToken, int lastToken, boolean spreads) {}

    Match guardedBy(GuardHit hit) {
        return new Match(name, weight, sentence, firstToken, lastToken, triggerFirst, triggerLast, hits, planned, hit);
    }
}
