package org.tocsin.alert.figure;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.tocsin.alert.fact.Reliability;
import org.tocsin.alert.figure.ReconciledFigure.Role;

import static org.assertj.core.api.Assertions.assertThat;

class ReconciliationTest {

    private static final Instant MORNING = Instant.parse("2025-07-14T06:00:00Z");

    @Test
    void aLaterLargerCountSupersedesTheEarlierOne() {
        var figures = Reconciliation.of(List.of(says("a", 0, killed(3)), says("b", 20, killed(5))));

        assertThat(role(figures, 5)).isEqualTo(Role.RECOMMENDED);
        assertThat(role(figures, 3)).isEqualTo(Role.SUPERSEDED);
    }

    @Test
    void aSourceMayCorrectItself() {
        var figures = Reconciliation.of(List.of(says("a", 0, killed(9)), says("a", 5, killed(2))));

        assertThat(role(figures, 2)).isEqualTo(Role.RECOMMENDED);
        assertThat(role(figures, 9)).isEqualTo(Role.SUPERSEDED);
    }

    @Test
    void aLoneSmallerCountContradicts() {
        var figures =
                Reconciliation.of(List.of(says("a", 0, killed(10)), says("b", 1, killed(10)), says("c", 2, killed(2))));

        assertThat(role(figures, 10)).isEqualTo(Role.RECOMMENDED);
        assertThat(role(figures, 2)).isEqualTo(Role.CONTRADICTORY);
        assertThat(figures.get(0).voices()).isEqualTo(2);
        assertThat(figures.get(0).rangeLower()).isEqualTo(2);
        assertThat(figures.get(0).rangeUpper()).isEqualTo(10);
    }

    @Test
    void partsOfATotalAreNotCountedTwice() {
        UUID document = UUID.randomUUID();
        var figures = Reconciliation.of(List.of(
                new Reported(killed(7), document, "a", Reliability.B, MORNING),
                new Reported(killed(4), document, "a", Reliability.B, MORNING)));

        assertThat(role(figures, 7)).isEqualTo(Role.RECOMMENDED);
        assertThat(role(figures, 4)).isEqualTo(Role.DETAIL);
    }

    @Test
    void totalsAndCountsOfADayStayApart() {
        var figures = Reconciliation.of(
                List.of(says("a", 0, deported(29_000, false)), says("b", 1, deported(1_000_000, true))));

        assertThat(figures).extracting(ReconciledFigure::role).containsExactly(Role.RECOMMENDED, Role.RECOMMENDED);
    }

    @Test
    void theOrderOfArrivalLeavesNoTrace() {
        var random = new Random(7);
        for (int round = 0; round < 300; round++) {
            var reported = new ArrayList<Reported>();
            for (int i = 0; i < 6; i++) {
                reported.add(says("voice" + random.nextInt(4), i, killed(1 + random.nextInt(20))));
            }
            List<ReconciledFigure> inOrder = Reconciliation.of(reported);
            Collections.shuffle(reported, random);

            assertThat(Reconciliation.of(reported)).containsExactlyInAnyOrderElementsOf(inOrder);
        }
    }

    private static Role role(List<ReconciledFigure> figures, long value) {
        return figures.stream()
                .filter(entry -> entry.figure().amount() == value)
                .map(ReconciledFigure::role)
                .findFirst()
                .orElseThrow();
    }

    private static Reported says(String voice, int hour, Figure figure) {
        String name = voice + hour + figure.amount();
        return new Reported(
                figure,
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                voice,
                Reliability.B,
                MORNING.plus(Duration.ofHours(hour)));
    }

    private static Figure killed(long number) {
        return figure(number, "KILLED", false);
    }

    private static Figure deported(long number, boolean cumulative) {
        return figure(number, "DEPORTED", cumulative);
    }

    private static Figure figure(long number, String action, boolean cumulative) {
        return new Figure(
                number,
                number,
                number,
                Figure.Quantifier.EXACT,
                "PERSON",
                action,
                null,
                null,
                null,
                null,
                cumulative,
                Figure.Status.ACTUAL,
                number + " people");
    }
}
