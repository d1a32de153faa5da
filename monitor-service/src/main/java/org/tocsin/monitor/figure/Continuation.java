package org.tocsin.monitor.figure;

import java.util.List;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * "81 people were deported. Since January it has been 1.2 million": a bare number that runs on from the figure before,
 * because its sentence speaks of a total, a start or a rate and has no deed of its own.
 */
final class Continuation {

    /** Smaller bare numbers count too many other things. */
    private static final long SMALLEST = 20;

    private static final int FARTHEST = 12;

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
        Candidate last = null;
        for (Candidate candidate : candidates) {
            if (candidate.action() != null) {
                running = candidate.action();
                last = candidate;
            } else if (last != null && isFurther(last, candidate)) {
                candidate.bind(requireNonNull(last.action()), Status.ACTUAL);
                last = candidate;
            } else if (runsOn
                    && running != null
                    && candidate.isBare()
                    && candidate.quantity().reaches(SMALLEST)) {
                candidate.bind(running, Status.ACTUAL);
            }
        }
    }

    /** "4,312 were sent back through Torkham and another 1,950 through Chaman". */
    private boolean isFurther(Candidate last, Candidate candidate) {
        int before = sentence.before(candidate.from());
        boolean joined = sentence.has(before, Role.AND) || sentence.hasWith(before, Role.TOTAL, "PLAIN");
        return joined
                && candidate.isBare()
                && candidate.quantity().reaches(SMALLEST)
                && candidate.from() - last.to() <= FARTHEST;
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
