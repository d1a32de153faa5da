package org.tocsin.monitor.detect;

import java.time.Duration;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A condition on all reports of some time in which a rule fires, counted for each country that acts.
 *
 * @param length how long the time is, in event time
 * @param silent whether the rule is silent on a single report and fires only with its window
 * @param sources the number of independent sources from which it fires, null for no such condition
 * @param people the number of people from which it fires, null for no such condition
 * @param release the part of either number below which it is armed again, 0 to 1
 */
public record WindowCondition(
        Duration length, boolean silent, @Nullable Integer sources, @Nullable People people, double release) {

    /**
     * A number of people.
     *
     * @param from the number
     * @param actions what must have happened to them, for instance DEPORTED
     * @param by how the figures of several reports become one
     */
    public record People(long from, Set<String> actions, By by) {

        public People {
            actions = Set.copyOf(actions);
        }
    }

    /** How the figures of several reports become one. */
    public enum By {
        /** The largest figure of any report. */
        LARGEST,
        /** The largest figure that two independent sources, or more, reach. */
        RECONCILED
    }
}
