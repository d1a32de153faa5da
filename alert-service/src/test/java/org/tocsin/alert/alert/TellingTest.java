package org.tocsin.alert.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.tocsin.alert.score.Band;

import static org.assertj.core.api.Assertions.assertThat;

/** No history of reports and of people's decisions may swallow a rise of the band. */
class TellingTest {

    private final Random random = new Random(2025);

    @Test
    void everyRiseOfTheBandIsToldAsAnEscalation() {
        for (int history = 0; history < 2_000; history++) {
            var told = new ArrayList<Band>();
            AlertState state = state(AlertStatus.OPEN, random.nextInt(101), 1);
            told.add(state.band());
            for (int step = 0; step < 30; step++) {
                AlertState next = step(state);
                var kind = Telling.of(state, next, false);
                boolean laidAside = !next.status().live() && state.status().live();
                if (next.band().above(state.band()) && !laidAside) {
                    assertThat(kind).contains(AlertChange.Kind.ESCALATED);
                }
                kind.ifPresent(any -> told.add(next.band()));
                // Whoever reads only what is told knows the band at every moment.
                assertThat(told.get(told.size() - 1)).isEqualTo(next.band());
                state = next;
            }
        }
    }

    @Test
    void aCopyThatChangesNothingIsNotTold() {
        var before = state(AlertStatus.OPEN, 60, 2);
        var after = new AlertState(
                before.category(),
                before.status(),
                before.band(),
                before.severity(),
                before.confidence(),
                before.title(),
                before.figures(),
                before.countries(),
                before.reports() + 1,
                before.voices(),
                before.mergedInto());

        assertThat(Telling.of(before, after, false)).isEmpty();
        assertThat(before.changesTo(after)).containsExactly(new FieldChange("reports", 2, 3));
    }

    @Test
    void closingAndRetractingAreToldAsWhatTheyAre() {
        var open = state(AlertStatus.ACKNOWLEDGED, 60, 1);

        assertThat(Telling.of(open, state(AlertStatus.CLOSED, 60, 1), true)).contains(AlertChange.Kind.CLOSED);
        assertThat(Telling.of(open, state(AlertStatus.RETRACTED, 60, 1), true)).contains(AlertChange.Kind.RETRACTED);
        assertThat(Telling.of(state(AlertStatus.CLOSED, 60, 1), open, true)).contains(AlertChange.Kind.UPDATED);
    }

    private AlertState step(AlertState state) {
        if (random.nextInt(3) == 0) {
            List<AlertStatus> next = List.copyOf(state.status().next());
            return state(next.get(random.nextInt(next.size())), state.severity(), state.reports());
        }
        int severity = Math.max(0, Math.min(100, state.severity() + random.nextInt(41) - 20));
        return state(state.status(), severity, state.reports() + 1);
    }

    private static AlertState state(AlertStatus status, int severity, int reports) {
        return new AlertState(
                "MASS_DEPORTATION",
                status,
                Band.of(severity),
                severity,
                0.5,
                "Iran: mass deportation",
                List.of(),
                List.of("IR"),
                reports,
                1,
                null);
    }
}
