package org.tocsin.monitor.series;

import org.jspecify.annotations.Nullable;

/**
 * From the firing of a threshold to its release. In between it does not fire again.
 *
 * @param fired period, or any other measure of time
 * @param released the first period in which it is armed again, null while it is not
 * @param level that was passed
 * @param base what was usual then
 */
public record Episode(long fired, @Nullable Long released, double level, double base) {

    /** Whether both are, at least in part, the same time. */
    boolean overlaps(Episode other) {
        return beginsBeforeEndOf(other) && other.beginsBeforeEndOf(this);
    }

    private boolean beginsBeforeEndOf(Episode other) {
        return other.released == null || fired < other.released;
    }

    /** Whether it was going on just before a period began. */
    public boolean openBefore(long period) {
        return fired < period && (released == null || released >= period);
    }

    public Episode release(long period) {
        return new Episode(fired, period, level, base);
    }

    /** The same, still going on. */
    public Episode open() {
        return new Episode(fired, null, level, base);
    }
}
