package org.tocsin.monitor.figure;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * "81 people were deported. Since January it has been 1.2 million": a bare number that runs on from the figure before,
 * because its sentence speaks of a total, a start or a rate and has no deed of its own.
 */
final class Continuation {

    /** Smaller bare numbers count too many other things. */
    private static final long SMALLEST = 20;

    private final Sentence sentence;
    private final List<Candidate> candidates;

    Continuation(Sentence sentence, List<Candidate> candidates) {
        this.sentence = sentence;
        this.candidates = candidates;
    }

    /** @param before what happened to those counted last in the text before, null if nobody was */
    void continueWith(@Nullable Action before) {
        Action running = before;
        boolean runsOn = runsOn();
        for (Candidate candidate : candidates) {
            if (candidate.action() != null) {
                running = candidate.action();
            } else if (runsOn
                    && running != null
                    && candidate.isBare()
                    && candidate.quantity().reaches(SMALLEST)) {
                candidate.bind(running, Status.ACTUAL);
            }
        }
    }

    private boolean runsOn() {
        for (int i = 0; i < sentence.size(); i++) {
            Sense total = sentence.sense(i, Role.TOTAL);
            if (total != null && !total.is("PLAIN") || sentence.has(i, Role.SINCE, Role.COUNT) || isRate(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isRate(int i) {
        return sentence.sense(i, Role.RATE) != null && !sentence.isTaken(i);
    }
}
