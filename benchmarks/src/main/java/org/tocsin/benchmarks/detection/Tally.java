package org.tocsin.benchmarks.detection;

/** Counts of what was found rightly, found wrongly and missed. */
final class Tally {

    private int right;
    private int wrong;
    private int missed;

    void right() {
        right++;
    }

    void wrong() {
        wrong++;
    }

    void missed() {
        missed++;
    }

    int wrongs() {
        return wrong;
    }

    /** Share of what was found that is right, 0 to 1; 1 where nothing was found. */
    double precision() {
        return right + wrong == 0 ? 1 : (double) right / (right + wrong);
    }

    /** Share of what is there that was found, 0 to 1; 1 where there is nothing. */
    double recall() {
        return right + missed == 0 ? 1 : (double) right / (right + missed);
    }

    /** The harmonic mean of the two, 0 to 1. */
    double f1() {
        return right == 0 ? 0 : 2.0 * right / (2.0 * right + wrong + missed);
    }

    @Override
    public String toString() {
        return "P %.2f  R %.2f  F1 %.2f  (%d right, %d wrong, %d missed)"
                .formatted(precision(), recall(), f1(), right, wrong, missed);
    }
}
