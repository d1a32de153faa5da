package org.tocsin.monitor.window;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.detect.WindowCondition;
import org.tocsin.monitor.series.Episode;

/**
 * Holds one condition of a window against the mentions of a rule in one country, in event time. A window ends with each
 * mention, the latest included, and reaches back over its length. It fires once, and is armed again when, through reports
 * that have left it, it has fallen below the release.
 */
final class WindowWatch {

    private final Duration length;
    private final double level;
    private final double release;
    private final WindowCondition.@Nullable By people;

    private WindowWatch(WindowCondition condition, double level, WindowCondition.@Nullable By people) {
        this.length = condition.length();
        this.level = level;
        this.release = condition.release() * level;
        this.people = people;
    }

    /** The conditions of a window by name. */
    static Map<String, WindowWatch> of(WindowCondition condition) {
        Map<String, WindowWatch> watches = new HashMap<>();
        if (condition.sources() != null) {
            watches.put("sources", new WindowWatch(condition, condition.sources(), null));
        }
        if (condition.people() != null) {
            watches.put(
                    "figure",
                    new WindowWatch(
                            condition,
                            condition.people().from(),
                            condition.people().by()));
        }
        return watches;
    }

    double level() {
        return level;
    }

    /**
     * The episodes that begin or go on from an instant on.
     *
     * @param mentions in their order, with those of one length before the instant
     * @param open the episode that goes on before it, if there is one; it comes first, and without a mention
     */
    List<Episode> run(List<Mention> mentions, Instant from, @Nullable Episode open) {
        List<Episode> episodes = new ArrayList<>();
        Episode current = open == null ? null : open.open();
        for (int i = 0; i < mentions.size(); i++) {
            Instant at = mentions.get(i).publishedAt();
            if (at.isBefore(from)) {
                continue;
            }
            if (current != null && current.fired() < micros(at) && isOver(before(mentions, at))) {
                episodes.add(current.release(micros(at)));
                current = null;
            }
            if (current == null && measure(upTo(mentions, i)) >= level) {
                current = new Episode(micros(at), null, level, 0);
            }
        }
        if (current != null) {
            episodes.add(current);
        }
        return episodes;
    }

    /** An empty window is over whatever the release. */
    private boolean isOver(List<Mention> left) {
        return left.isEmpty() || measure(left) < release;
    }

    /** The mentions of the window that ends with one of them. */
    List<Mention> upTo(List<Mention> mentions, int last) {
        Instant begin = mentions.get(last).publishedAt().minus(length);
        return mentions.subList(0, last + 1).stream()
                .filter(mention -> mention.publishedAt().isAfter(begin))
                .toList();
    }

    /** The mentions that are left of the window just before an instant. */
    private List<Mention> before(List<Mention> mentions, Instant at) {
        Instant begin = at.minus(length);
        return mentions.stream()
                .filter(mention -> mention.publishedAt().isAfter(begin)
                        && mention.publishedAt().isBefore(at))
                .toList();
    }

    /** What is held against the level: a number of independent sources, or of people. */
    double measure(List<Mention> mentions) {
        if (people == null) {
            return independent(mentions).size();
        }
        if (people == WindowCondition.By.LARGEST) {
            return mentions.stream()
                    .mapToLong(mention -> mention.people() == null ? 0 : mention.people())
                    .max()
                    .orElse(0);
        }
        return reconciled(mentions);
    }

    /** The first mention of each independent source; an owner counts once, and so does a text. */
    private static Collection<Mention> independent(List<Mention> mentions) {
        Set<String> voices = new HashSet<>();
        Set<String> texts = new HashSet<>();
        List<Mention> independent = new ArrayList<>();
        for (Mention mention : mentions) {
            if (!voices.contains(mention.voice()) && texts.add(mention.textDigest())) {
                voices.add(mention.voice());
                independent.add(mention);
            }
        }
        return independent;
    }

    /** The second largest of the largest figures of each source: so many are vouched for by two. */
    private static double reconciled(List<Mention> mentions) {
        Map<String, Long> largest = new HashMap<>();
        Set<String> texts = new HashSet<>();
        for (Mention mention : mentions) {
            if (mention.people() != null && texts.add(mention.textDigest())) {
                largest.merge(mention.voice(), mention.people(), Math::max);
            }
        }
        return largest.values().stream()
                .sorted(Comparator.reverseOrder())
                .skip(1)
                .findFirst()
                .orElse(0L);
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
