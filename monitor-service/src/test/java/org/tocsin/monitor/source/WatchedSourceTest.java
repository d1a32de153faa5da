package org.tocsin.monitor.source;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.monitor.source.Silence.Change;
import org.tocsin.monitor.source.Silence.Kind;
import org.tocsin.monitor.source.SourceHealth.State;

import static org.assertj.core.api.Assertions.assertThat;

/** When a silence is told, and its end. */
class WatchedSourceTest {

    private static final Instant ADDED = Instant.parse("2025-07-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2025-07-14T06:00:00Z");
    private static final Instant SOON = LATEST.plus(Duration.ofHours(9));
    private static final Instant LATE = LATEST.plus(Duration.ofHours(16));
    private static final SourceRhythm EVERY_TEN_HOURS = new SourceRhythm(Duration.ofHours(10), LATEST);

    @Test
    void aQuietSourceIsToldOnce() {
        WatchedSource quiet = polled(State.OK, EVERY_TEN_HOURS, LATE, LATE, 0);

        assertThat(quiet.change(null)).contains(silent(Kind.QUIET, LATEST));
        assertThat(quiet.change(new Silence(Kind.QUIET, LATEST))).isEmpty();
    }

    @Test
    void aPauseWithinTheRhythmIsNoSilence() {
        assertThat(polled(State.OK, EVERY_TEN_HOURS, SOON, SOON, 0).change(null))
                .isEmpty();
    }

    @Test
    void afterAStopOfOurOwnASourceIsVisitedBeforeItIsCalledQuiet() {
        assertThat(polled(State.OK, EVERY_TEN_HOURS, SOON, SOON, 0, LATE).change(null))
                .isEmpty();
        assertThat(pushed(EVERY_TEN_HOURS, null).change(null)).isEmpty();
        assertThat(pushed(EVERY_TEN_HOURS, LATE).change(null)).contains(silent(Kind.QUIET, LATEST));
    }

    @Test
    void failingIsToldWhenItIsCertainAndOutlastsTheRhythm() {
        assertThat(failing(EVERY_TEN_HOURS, LATE, 3).change(null))
                .contains(silent(Kind.FAILING, LATEST.plusSeconds(60)));
        assertThat(failing(EVERY_TEN_HOURS, LATE, 2).change(null)).isEmpty();
        assertThat(failing(EVERY_TEN_HOURS, SOON, 7).change(null)).isEmpty();
    }

    @Test
    void whenNothingAtAllCanBeReadTheFaultIsOurs() {
        SourceHealth health = new SourceHealth(State.FAILING, "", LATE, LATEST, null, 3, LATE, null, null);
        Instant hourBefore = LATE.minus(Duration.ofHours(1));

        Instant mended = LATE.plus(Duration.ofMinutes(5));

        for (Instant nothingSaid : List.of(hourBefore.minusSeconds(1), mended.plusSeconds(1))) {
            assertThat(new WatchedSource(health, EVERY_TEN_HOURS, ADDED, LATEST, nothingSaid).change(null))
                    .isEmpty();
        }
        for (Instant readWithIt : List.of(hourBefore, LATE, mended)) {
            assertThat(new WatchedSource(health, EVERY_TEN_HOURS, ADDED, LATEST, readWithIt).change(null))
                    .contains(silent(Kind.FAILING, LATEST));
        }
    }

    @Test
    void aSourceOfUnknownRhythmMayFailForADay() {
        Instant day = LATEST.plusSeconds(60).plus(Duration.ofHours(24));

        assertThat(failing(SourceRhythm.UNKNOWN, day, 9).change(null)).isEmpty();
        assertThat(failing(SourceRhythm.UNKNOWN, day.plusSeconds(1), 9).change(null))
                .contains(silent(Kind.FAILING, LATEST.plusSeconds(60)));
    }

    @Test
    void aSourceThatWasNeverReadFailsSinceItWasAdded() {
        Instant visited = ADDED.plus(Duration.ofHours(25));
        SourceHealth health = new SourceHealth(State.FAILING, "", visited, null, null, 5, visited, null, null);

        assertThat(new WatchedSource(health, SourceRhythm.UNKNOWN, ADDED, null, null).change(null))
                .contains(silent(Kind.FAILING, ADDED));
    }

    @Test
    void thatItIsGoneIsToldEvenToThoseWhoKnowThatItIsQuiet() {
        WatchedSource gone = polled(State.GONE, EVERY_TEN_HOURS, LATE, SOON, 3);

        assertThat(gone.change(null)).contains(silent(Kind.GONE, LATE));
        assertThat(gone.change(new Silence(Kind.QUIET, LATEST))).contains(silent(Kind.GONE, LATE));
        assertThat(gone.change(new Silence(Kind.GONE, LATE))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void onceToldAnotherKindOfSilenceIsNoNews(Kind told) {
        assertThat(failing(EVERY_TEN_HOURS, LATE, 3).change(new Silence(told, LATEST)))
                .isEmpty();
        assertThat(polled(State.OK, EVERY_TEN_HOURS, LATE, LATE, 0).change(new Silence(told, LATEST)))
                .isEmpty();
    }

    @Test
    void aSourceIsBackWhenItHasSomethingNew() {
        Silence told = new Silence(Kind.QUIET, LATEST);
        SourceRhythm again = new SourceRhythm(Duration.ofHours(10), LATE);

        assertThat(polled(State.OK, again, LATE, LATE, 0).change(told)).contains(new Change.Resumed(told));
        assertThat(polled(State.OK, again, LATE, LATE, 0).change(null)).isEmpty();
    }

    @Test
    void thatAQuietSourcesRhythmIsForgottenDoesNotBringItBack() {
        Silence told = new Silence(Kind.QUIET, LATEST);

        assertThat(polled(State.OK, SourceRhythm.UNKNOWN, LATE, LATE, 0).change(told))
                .isEmpty();
        assertThat(polled(State.OK, new SourceRhythm(null, LATEST), LATE, LATE, 0)
                        .change(told))
                .isEmpty();
    }

    @Test
    void aSourceThatFailedIsBackWhenItCanBeRead() {
        Silence told = new Silence(Kind.FAILING, LATEST);

        assertThat(polled(State.OK, SourceRhythm.UNKNOWN, LATE, LATE, 0).change(told))
                .contains(new Change.Resumed(told));
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"NEW", "DISABLED"})
    void ofASourceThatIsNotVisitedNothingIsTold(State state) {
        assertThat(polled(state, EVERY_TEN_HOURS, LATE, LATE, 0).change(null)).isEmpty();
        assertThat(polled(state, EVERY_TEN_HOURS, LATE, LATE, 0).change(new Silence(Kind.QUIET, LATEST)))
                .isEmpty();
    }

    private static Change silent(Kind kind, Instant since) {
        return new Change.Silent(new Silence(kind, since));
    }

    private static WatchedSource failing(SourceRhythm rhythm, Instant visited, int failures) {
        return polled(State.FAILING, rhythm, visited, LATEST.plusSeconds(60), failures);
    }

    private static WatchedSource polled(State state, SourceRhythm rhythm, Instant visited, Instant read, int failures) {
        return polled(state, rhythm, visited, read, failures, visited);
    }

    private static WatchedSource polled(
            State state, SourceRhythm rhythm, Instant visited, Instant read, int failures, Instant now) {
        SourceHealth health = new SourceHealth(state, "", visited, read, null, failures, now, null, null);
        return new WatchedSource(health.against(rhythm, now), rhythm, ADDED, read, null);
    }

    private static WatchedSource pushed(SourceRhythm rhythm, @Nullable Instant listened) {
        return new WatchedSource(SourceHealth.pushed().against(rhythm, LATE), rhythm, ADDED, listened, null);
    }
}
