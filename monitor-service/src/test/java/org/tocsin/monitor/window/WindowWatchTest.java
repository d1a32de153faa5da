package org.tocsin.monitor.window;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.tocsin.monitor.detect.WindowCondition;
import org.tocsin.monitor.detect.WindowCondition.By;
import org.tocsin.monitor.detect.WindowCondition.People;
import org.tocsin.monitor.series.Episode;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

class WindowWatchTest {

    private static final Instant BEGIN = Instant.parse("2025-07-01T00:00:00Z");

    private final List<Mention> mentions = new ArrayList<>();

    @Test
    void independentSourcesAreCountedWithinTheWindow() {
        told(0, "a", null);
        told(30, "b", null);
        told(200, "c", null);
        assertThat(fired(sources(3))).isEmpty();

        told(201, "a", null);
        told(202, "b", null);
        assertThat(fired(sources(3))).containsExactly(hour(202));
    }

    @Test
    void anOwnerCountsOnceAndSoDoesAText() {
        told(0, "wire", null);
        told(1, "wire", null);
        mentions.add(mention(2, "customer", "text 0", null));
        assertThat(fired(sources(2))).isEmpty();

        told(3, "other", null);
        assertThat(fired(sources(2))).containsExactly(hour(3));
    }

    @Test
    void itFiresOnceUntilTheReportsHaveLeftTheWindow() {
        told(0, "a", null);
        told(1, "b", null);
        told(2, "c", null);
        told(100, "d", null);
        told(101, "e", null);
        told(1_000, "a", null);
        told(1_001, "b", null);

        assertThat(fired(sources(2))).containsExactly(hour(1), hour(1_001));
    }

    @Test
    void theLargestFigureIsEnoughOrTwoMustVouchForIt() {
        told(0, "a", 900L);
        told(1, "b", null);
        told(2, "c", 90_000L);
        told(3, "d", 1_100L);

        assertThat(fired(people(1_000, By.LARGEST))).containsExactly(hour(2));
        assertThat(fired(people(1_000, By.RECONCILED))).containsExactly(hour(3));
        assertThat(fired(people(2_000, By.RECONCILED))).isEmpty();
    }

    @Test
    void aLargeFigureMonthsLaterIsAnotherEvent() {
        told(0, "a", 5_000L);
        told(3_000, "a", 6_000L);

        assertThat(fired(people(1_000, By.LARGEST))).containsExactly(hour(0), hour(3_000));
    }

    /** The promise that late reports rest on: to look again from any moment gives what one look over all gives. */
    @Property
    void goingOnFromAnyMomentGivesWhatAFullLookGives(
            @ForAll @Size(max = 40) List<@IntRange(max = 600) Integer> hours,
            @ForAll @IntRange(max = 600) int cut,
            @ForAll @IntRange(min = 2, max = 5) int sources) {
        List<Mention> all = new ArrayList<>();
        for (int i = 0; i < hours.size(); i++) {
            all.add(mention(hours.get(i), "voice " + i % 6, "text " + i, null));
        }
        all.sort(Mention.ORDER);
        WindowWatch watch = watch(sources(sources));
        List<Episode> whole = watch.run(all, BEGIN, null);
        Instant from = BEGIN.plus(Duration.ofHours(cut));
        long moment = WindowWatch.micros(from);

        List<Episode> joined = new ArrayList<>(
                whole.stream().filter(episode -> episode.fired() < moment).toList());
        Episode open = joined.stream()
                .filter(episode -> episode.openBefore(moment))
                .findFirst()
                .orElse(null);
        joined.remove(open);
        joined.addAll(watch.run(all, from, open));

        assertThat(joined).isEqualTo(whole);
    }

    private void told(int hour, String voice, Long people) {
        mentions.add(mention(hour, voice, "text " + mentions.size(), people));
    }

    private static Mention mention(int hour, String voice, String text, Long people) {
        Instant at = BEGIN.plus(Duration.ofHours(hour));
        return new Mention(UUID.randomUUID(), voice, voice, text, people, at, false);
    }

    private List<Instant> fired(WindowCondition condition) {
        return watch(condition).run(mentions, BEGIN, null).stream()
                .map(episode -> WindowWatch.instant(episode.fired()))
                .toList();
    }

    private static Instant hour(int hour) {
        return BEGIN.plus(Duration.ofHours(hour));
    }

    private static WindowWatch watch(WindowCondition condition) {
        return WindowWatch.of(condition).values().iterator().next();
    }

    private static WindowCondition sources(int number) {
        return new WindowCondition(Duration.ofDays(7), true, number, null, 0.5);
    }

    private static WindowCondition people(long from, By by) {
        return new WindowCondition(Duration.ofDays(7), true, null, new People(from, Set.of("DEPORTED"), by), 0.5);
    }
}
