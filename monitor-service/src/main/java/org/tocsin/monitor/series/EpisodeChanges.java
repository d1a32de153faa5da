package org.tocsin.monitor.series;

import java.util.ArrayList;
import java.util.List;

/**
 * How known episodes differ from those that a changed series has. An episode whose beginning or end moved is the same
 * one: nobody is told twice because a value came late.
 *
 * @param kept known ones as they are now
 * @param added ones that were not known
 * @param vanished known ones that the values do not bear out any more
 */
public record EpisodeChanges(List<Kept> kept, List<Episode> added, List<Episode> vanished) {

    /** A known episode and what it is now; often the same. */
    public record Kept(Episode before, Episode now) {}

    public EpisodeChanges {
        kept = List.copyOf(kept);
        added = List.copyOf(added);
        vanished = List.copyOf(vanished);
    }

    /**
     * Compares.
     *
     * @param known one after the other in time
     * @param now one after the other in time
     */
    public static EpisodeChanges between(List<Episode> known, List<Episode> now) {
        List<Kept> kept = new ArrayList<>();
        List<Episode> added = new ArrayList<>();
        List<Episode> vanished = new ArrayList<>();
        int next = 0;
        for (Episode episode : now) {
            while (next < known.size()
                    && !known.get(next).overlaps(episode)
                    && known.get(next).fired() < episode.fired()) {
                vanished.add(known.get(next++));
            }
            if (next < known.size() && known.get(next).overlaps(episode)) {
                kept.add(new Kept(known.get(next++), episode));
            } else {
                added.add(episode);
            }
        }
        vanished.addAll(known.subList(next, known.size()));
        return new EpisodeChanges(kept, added, vanished);
    }
}
