package org.tocsin.monitor.series;

/** Which way of a series is the bad one. */
public enum Direction {
    /** High values alarm. */
    UP,
    /** Low values alarm. */
    DOWN;

    /** Turns a value so that high ones alarm, and turns it back. */
    double turn(double value) {
        // Never -0: people read it.
        return this == UP ? value : 0 - value;
    }
}
