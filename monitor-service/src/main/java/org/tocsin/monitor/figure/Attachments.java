package org.tocsin.monitor.figure;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Gives the candidates of a sentence their rates, totals and periods, each the nearest one. */
final class Attachments {

    private static final int RATE_REACH = 9;
    private static final int PERIOD_REACH = 40;

    private final Sentence sentence;
    private final List<Candidate> candidates;

    Attachments(Sentence sentence, List<Candidate> candidates) {
        this.sentence = sentence;
        this.candidates = candidates;
    }

    void attach(List<Period> periods) {
        for (int i = 0; i < sentence.size(); i++) {
            Sense rate = sentence.sense(i, Role.RATE);
            if (rate != null && !sentence.isTaken(i) && !continuesAsDate(i)) {
                Candidate nearest = nearest(i, sentence.after(i), RATE_REACH);
                if (nearest != null) {
                    nearest.rate(rate.per());
                }
            }
            if (sentence.has(i, Role.TOTAL)) {
                Candidate nearest = nearest(i, sentence.after(i), RATE_REACH);
                if (nearest != null && !isPlainTotal(i)) {
                    nearest.markCumulative();
                }
            }
        }
        for (Candidate candidate : candidates) {
            attachPeriod(candidate, periods);
        }
    }

    /** "در ماه سرطان": a month with its name is no rate, and neither is "üç günde", a span that is over. */
    private boolean continuesAsDate(int rate) {
        int next = sentence.after(rate);
        int before = sentence.before(rate);
        boolean counted = sentence.digits(rate - 1) != null || sentence.has(before, Role.CARDINAL, Role.FEW);
        return next < sentence.size() && sentence.isTaken(next)
                || counted && sentence.habits().caseEndings();
    }

    /** "A total of 300" only says that all are counted; "in total since April" runs on. */
    private boolean isPlainTotal(int i) {
        Sense total = sentence.sense(i, Role.TOTAL);
        return total != null && total.is("PLAIN");
    }

    private @Nullable Candidate nearest(int from, int to, int reach) {
        Candidate best = null;
        double bestDistance = reach;
        for (Candidate candidate : candidates) {
            double distance = distance(candidate, from, to);
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best;
    }

    private void attachPeriod(Candidate candidate, List<Period> periods) {
        Period best = null;
        double bestDistance = PERIOD_REACH;
        for (Period period : periods) {
            double distance = distance(candidate, period.start(), period.end());
            for (Candidate other : candidates) {
                boolean between = other.from() > Math.min(candidate.from(), period.start())
                        && other.from() < Math.max(candidate.from(), period.start());
                distance += other != candidate && between ? 5 : 0;
            }
            if (distance < bestDistance) {
                best = period;
                bestDistance = distance;
            }
        }
        if (best != null) {
            candidate.during(best);
        }
    }

    private double distance(Candidate candidate, int from, int to) {
        boolean after = from >= candidate.to();
        int begin = after ? candidate.to() : to;
        int end = after ? from : candidate.from();
        double distance = after ? 0 : 0.5;
        for (int i = begin; i < end; i++) {
            boolean barrier = sentence.isMark(i, ';') || sentence.has(i, Role.CLAUSE);
            distance += barrier ? 5 : sentence.isTaken(i) ? 0 : 1;
        }
        return distance;
    }
}
