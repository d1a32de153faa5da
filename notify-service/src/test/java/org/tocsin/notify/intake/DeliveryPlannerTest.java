package org.tocsin.notify.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.notify.alert.AlertSnapshot;
import org.tocsin.notify.alert.Band;
import org.tocsin.notify.alert.ChangeKind;
import org.tocsin.notify.delivery.DeliveryKind;
import org.tocsin.notify.delivery.Told;
import org.tocsin.notify.filter.AlertExamples;
import org.tocsin.notify.filter.ExpressionParser;
import org.tocsin.notify.filter.Filter;
import org.tocsin.notify.subscription.Channel;
import org.tocsin.notify.subscription.Schedule;
import org.tocsin.notify.subscription.SourceNotices;
import org.tocsin.notify.subscription.Subscription;
import org.tocsin.notify.subscription.SubscriptionDirectory;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveryPlannerTest {

    private static final Instant NOW = Instant.parse("2025-07-14T06:00:00Z");
    private static final UUID ID = UUID.randomUUID();

    @Test
    void aMatchIsOwedAndAnotherIsNot() {
        assertThat(plan("country = IR", ChangeKind.OPENED, null)).hasSize(1);
        assertThat(plan("country = PK", ChangeKind.OPENED, null)).isEmpty();
    }

    @Test
    void whoWasToldIsToldOfTheEndEvenIfItNoLongerMatches() {
        assertThat(plan("country = PK", ChangeKind.RETRACTED, 1)).hasSize(1);
        assertThat(plan("country = PK", ChangeKind.CLOSED, 1)).hasSize(1);
        assertThat(plan("country = PK", ChangeKind.UPDATED, 1)).isEmpty();
        assertThat(plan("country = PK", ChangeKind.RETRACTED, null)).isEmpty();
    }

    @Test
    void nobodyIsToldAnOlderVersionThanTheyKnow() {
        assertThat(plan("country = IR", ChangeKind.ESCALATED, 2)).isEmpty();
        assertThat(plan("country = IR", ChangeKind.ESCALATED, 3)).isEmpty();
    }

    @Test
    void escalationsRetractionsAndFirstExtremesAreUrgent() {
        assertThat(plan("country = IR", ChangeKind.ESCALATED, 1)).allMatch(DeliveryPlanner.Owing::urgent);
        assertThat(plan("country = IR", ChangeKind.RETRACTED, 1)).allMatch(DeliveryPlanner.Owing::urgent);
        assertThat(plan("country = IR", ChangeKind.UPDATED, 1)).noneMatch(DeliveryPlanner.Owing::urgent);
        assertThat(plan(AlertExamples.iran(2, Band.EXTREME, 90), "country = IR", ChangeKind.OPENED, null))
                .allMatch(DeliveryPlanner.Owing::urgent);
        assertThat(plan(AlertExamples.iran(2, Band.EXTREME, 90), "country = IR", ChangeKind.UPDATED, 1))
                .noneMatch(DeliveryPlanner.Owing::urgent);
    }

    private static List<DeliveryPlanner.Owing> plan(String expression, ChangeKind kind, @Nullable Integer told) {
        return plan(AlertExamples.iran(2, Band.SEVERE, 68), expression, kind, told);
    }

    private static List<DeliveryPlanner.Owing> plan(
            AlertSnapshot alert, String expression, ChangeKind kind, @Nullable Integer told) {
        return plan(alert, expression, kind, told, alert.band());
    }

    @Test
    void forWhomTheBandHasRisenItIsAnEscalation() {
        AlertSnapshot extreme = AlertExamples.iran(2, Band.EXTREME, 90);
        assertThat(plan(extreme, "country = IR", ChangeKind.UPDATED, 1, Band.SEVERE))
                .allMatch(DeliveryPlanner.Owing::urgent)
                .extracting(DeliveryPlanner.Owing::kind)
                .containsExactly(DeliveryKind.ESCALATED);
    }

    @Test
    void toWhomItIsNewAnUpdateIsANewAlert() {
        assertThat(plan("country = IR", ChangeKind.UPDATED, null))
                .extracting(DeliveryPlanner.Owing::kind)
                .containsExactly(DeliveryKind.OPENED);
    }

    private static List<DeliveryPlanner.Owing> plan(
            AlertSnapshot alert, String expression, ChangeKind kind, @Nullable Integer told, Band known) {
        var entry = new SubscriptionDirectory.Entry(subscription(), ExpressionParser.parse(expression));
        return DeliveryPlanner.plan(
                alert,
                kind,
                List.of(entry),
                told == null ? Map.of() : Map.of(ID, new Told(told, true, known, NOW.minusSeconds(60))),
                CoolDown.NONE,
                NOW);
    }

    private static Subscription subscription() {
        return new Subscription(
                ID,
                UUID.randomUUID(),
                null,
                new Channel.Email("reader@example.org"),
                Filter.EVERYTHING,
                Schedule.AT_ONCE,
                SourceNotices.OWN,
                "en",
                Subscription.State.ACTIVE,
                null,
                NOW,
                null,
                null,
                1,
                NOW,
                NOW);
    }
}
