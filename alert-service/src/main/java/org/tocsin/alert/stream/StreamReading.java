package org.tocsin.alert.stream;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.tocsin.alert.alert.ToldVersion;
import org.tocsin.alert.search.AlertFilter;

/** How far one reader has come. Used by one thread at a time. */
final class StreamReading {

    private final AlertFilter filter;
    private final long ticksPerBeat;
    private long ticksLeft;
    private long silentTicks;
    private long position;
    private boolean greeted;

    /**
     * Begins to read.
     *
     * @param position of the last version that the reader has
     * @param ticks how often the reader is served before it must come again
     * @param ticksPerBeat after how many silent ones it hears a heartbeat
     */
    StreamReading(AlertFilter filter, long position, long ticks, long ticksPerBeat) {
        this.filter = filter;
        this.position = position;
        this.ticksLeft = ticks;
        this.ticksPerBeat = Math.max(1, ticksPerBeat);
    }

    long position() {
        return position;
    }

    /** Counts a tick; false when it was the last. */
    boolean tick() {
        return ticksLeft-- > 0;
    }

    /** Goes past these versions and returns those that the reader wants. */
    List<ToldVersion> pass(List<ToldVersion> versions) {
        if (!versions.isEmpty()) {
            position = versions.get(versions.size() - 1).position();
        }
        List<ToldVersion> wanted = versions.stream()
                .filter(version -> filter.matches(version.alert()))
                .toList();
        silentTicks = wanted.isEmpty() ? silentTicks + 1 : 0;
        return wanted;
    }

    /** What to say when there is nothing to tell: a greeting at first, a heartbeat after a while, else null. */
    @Nullable
    String comment() {
        if (!greeted) {
            greeted = true;
            silentTicks = 0;
            return "Tocsin";
        }
        if (silentTicks < ticksPerBeat) {
            return null;
        }
        silentTicks = 0;
        return "still here";
    }
}
