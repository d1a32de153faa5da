package org.tocsin.notify.intake;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.alert.AlertSnapshot;
import org.tocsin.notify.alert.Band;
import org.tocsin.notify.alert.ChangeKind;
import org.tocsin.notify.delivery.DeliveryKind;
import org.tocsin.notify.delivery.Owed;
import org.tocsin.notify.delivery.Planned;
import org.tocsin.notify.delivery.SimulatedDispatch;
import org.tocsin.notify.delivery.SimulatedDispatch.Mail;
import org.tocsin.notify.delivery.SimulatedDispatch.World;
import org.tocsin.notify.filter.AlertExamples;
import org.tocsin.notify.filter.AlertFacts;
import org.tocsin.notify.filter.Filter;
import org.tocsin.notify.store.Sql;
import org.tocsin.notify.store.TestDatabase;
import org.tocsin.notify.subscription.Channel;
import org.tocsin.notify.subscription.Schedule;
import org.tocsin.notify.subscription.SourceNotices;
import org.tocsin.notify.subscription.Subscription;
import org.tocsin.notify.subscription.SubscriptionDirectory;
import org.tocsin.platform.testing.MutableClock;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is promised of deliveries, held against random histories: versions of alerts, schedules with caps and quiet hours,
 * refusals, outages and kills. The database and its statements are the real ones; time and network are simulated.
 */
class DeliveryGuaranteesTest {

    private static final Instant START = Instant.parse("2025-03-29T06:00:00Z");
    private static final Duration LONGEST = Duration.ofDays(20);

    private static @Nullable Sql database;

    /** Something that happens: time passes, the world changes, and a version of one of two alerts comes in. */
    record Step(int minutes, World world, boolean second, ChangeKind kind, Band band) {}

    private static synchronized Sql database() {
        if (database == null) {
            database = TestDatabase.start();
        }
        return database;
    }

    @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
    void nothingIsLostOrHeldBackOrOutOfOrder(
            @ForAll("schedules") Schedule schedule,
            @ForAll("coolDowns") CoolDown coolDown,
            @ForAll("histories") List<Step> steps) {
        History history = new History(database(), schedule, coolDown);
        steps.forEach(history::happen);
        history.drain();

        history.everyVersionWasToldByItselfOrByANewerOne();
        history.noOlderVersionCameAfterANewerOne();
        history.whatIsUrgentWasNotHeldBack();
        history.onlyOrdinaryUpdatesCooledDown();
        history.updatesKeptTheirDistance();
        history.theCapWasKept();
        history.nothingCameTwiceButForAKill();
    }

    @Provide
    Arbitrary<Schedule> schedules() {
        Arbitrary<Schedule.Mode> modes = Arbitraries.of(Schedule.Mode.class);
        Arbitrary<Integer> caps = Arbitraries.of(1, 2, 3).injectNull(0.5);
        Arbitrary<Schedule.QuietHours> quiet = Arbitraries.of(
                        new Schedule.QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), Band.EXTREME),
                        new Schedule.QuietHours(LocalTime.of(0, 30), LocalTime.of(23, 0), Band.SEVERE))
                .injectNull(0.5);
        return Combinators.combine(modes, caps, quiet)
                .as((mode, cap, hours) -> new Schedule(
                        mode, LocalTime.of(2, 30), DayOfWeek.SUNDAY, ZoneId.of("Europe/Berlin"), hours, cap));
    }

    @Provide
    Arbitrary<CoolDown> coolDowns() {
        return Arbitraries.of(0, 5, 15, 600).map(minutes -> new CoolDown(Duration.ofMinutes(minutes), Duration.ZERO));
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<World> worlds = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just(World.GOOD)),
                Tuple.of(1, Arbitraries.just(World.TEMPORARY)),
                Tuple.of(1, Arbitraries.just(World.UNREACHABLE)),
                Tuple.of(1, Arbitraries.just(World.KILLED)));
        Arbitrary<ChangeKind> kinds = Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.just(ChangeKind.UPDATED)),
                Tuple.of(2, Arbitraries.just(ChangeKind.ESCALATED)),
                Tuple.of(1, Arbitraries.just(ChangeKind.CLOSED)),
                Tuple.of(1, Arbitraries.just(ChangeKind.RETRACTED)));
        Arbitrary<Integer> minutes = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.integers().between(0, 10)),
                Tuple.of(2, Arbitraries.integers().between(10, 600)));
        return Combinators.combine(minutes, worlds, Arbitraries.of(true, false), kinds, Arbitraries.of(Band.class))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(18);
    }

    /** One subscriber's life. */
    private static final class History {

        private final Sql sql;
        private final MutableClock clock = new MutableClock();
        private final SimulatedDispatch dispatch;
        private final Subscription subscription;
        private final UUID[] alerts = {UUID.randomUUID(), UUID.randomUUID()};
        private final Map<UUID, Integer> versions = new HashMap<>();
        private final Map<UUID, Instant> urgentSince = new HashMap<>();
        private final Map<UUID, Instant> neverHeldSince = new HashMap<>();
        private final CoolDown coolDown;
        private World world = World.GOOD;
        private boolean alwaysGood = true;

        History(Sql sql, Schedule schedule, CoolDown coolDown) {
            this.sql = sql;
            this.coolDown = coolDown;
            clock.set(START);
            dispatch = new SimulatedDispatch(sql, clock);
            subscription = new Subscription(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    null,
                    new Channel.Email("reader@example.org"),
                    Filter.EVERYTHING,
                    schedule,
                    SourceNotices.OWN,
                    "en",
                    Subscription.State.ACTIVE,
                    null,
                    START,
                    null,
                    null,
                    1,
                    START,
                    START);
            sql.update("delete from lane");
            sql.update(
                    "insert into organisation (id, name, contacts, revision, created_at, updated_at) values (?, ?,"
                            + " '[]', 1, ?, ?)",
                    subscription.organisation(),
                    subscription.organisation().toString(),
                    START,
                    START);
            sql.update(
                    """
                    insert into subscription (id, organisation_id, channel, target, filter, schedule, language, state,
                                              state_since, revision, created_at, updated_at)
                    values (?, ?, 'EMAIL', 'reader@example.org', '{}', '{}', 'en', 'ACTIVE', ?, 1, ?, ?)
                    """,
                    subscription.id(),
                    subscription.organisation(),
                    START,
                    START,
                    START);
        }

        void happen(Step step) {
            passUntil(clock.instant().plus(Duration.ofMinutes(step.minutes())));
            world = step.world();
            alwaysGood &= world == World.GOOD;
            UUID id = alerts[step.second() ? 1 : 0];
            int version = versions.merge(id, 1, Integer::sum);
            AlertSnapshot alert = AlertExamples.iran(id, version, step.band(), 50);
            ChangeKind kind = version == 1 ? ChangeKind.OPENED : step.kind();
            Optional<DeliveryPlanner.Owing> owing = DeliveryPlanner.plan(
                    alert,
                    AlertFacts.of(alert),
                    kind,
                    new SubscriptionDirectory.Entry(
                            subscription, subscription.filter().condition()),
                    dispatch.told(id, subscription.id()),
                    coolDown,
                    clock.instant());
            owing.ifPresent(one -> {
                UUID delivery = UUID.randomUUID();
                if (one.urgent()) {
                    urgentSince.put(delivery, clock.instant());
                }
                if (one.urgent() || one.kind() != DeliveryKind.UPDATED) {
                    neverHeldSince.put(delivery, clock.instant());
                }
                dispatch.plan(
                        id,
                        version,
                        step.band(),
                        new Planned(
                                delivery,
                                subscription.id(),
                                Channel.Type.EMAIL,
                                one.kind(),
                                one.urgent(),
                                one.gathered(),
                                one.dueAt(),
                                "[]"));
            });
            clock.advance(Duration.ofMillis(1));
            dispatch();
        }

        /** Everything that is due until then is tried when it is due. */
        private void passUntil(Instant end) {
            Instant due = dispatch.nextDue(subscription.id());
            while (due != null && due.isBefore(end)) {
                clock.set(due.isAfter(clock.instant()) ? due : clock.instant().plusSeconds(1));
                dispatch();
                due = dispatch.nextDue(subscription.id());
            }
            clock.set(end.isAfter(clock.instant()) ? end : clock.instant());
        }

        /** One kill is one event: after it, we are started again. */
        private void dispatch() {
            if (dispatch.dispatch(world, subscription) && world == World.KILLED) {
                world = World.GOOD;
            }
        }

        void drain() {
            world = World.GOOD;
            passUntil(clock.instant().plus(LONGEST));
        }

        private record Row(UUID id, UUID alert, int version, boolean urgent, String status, @Nullable UUID into) {}

        private List<Row> ledger() {
            return sql.list(
                    "select id, alert_id, alert_version, urgent, status, folded_into from delivery where lane_id = ?",
                    row -> new Row(
                            row.uuid("id"),
                            row.uuid("alert_id"),
                            row.integer("alert_version"),
                            row.flag("urgent"),
                            row.text("status"),
                            row.uuidOrNull("folded_into")),
                    subscription.id());
        }

        void everyVersionWasToldByItselfOrByANewerOne() {
            Map<UUID, Row> rows = ledger().stream().collect(Collectors.toMap(Row::id, row -> row));
            for (Row row : rows.values()) {
                assertThat(row.status()).as("version %d", row.version()).isIn("DELIVERED", "FOLDED");
                if (row.status().equals("FOLDED")) {
                    Row into = rows.get(row.into());
                    assertThat(into).as("told by a version that is known").isNotNull();
                    assertThat(into.alert()).isEqualTo(row.alert());
                    assertThat(into.version()).isGreaterThan(row.version());
                    assertThat(into.status())
                            .as("told by a version that arrived")
                            .isEqualTo("DELIVERED");
                    assertThat(!row.urgent() || into.urgent())
                            .as("urgent is told by urgent")
                            .isTrue();
                }
            }
        }

        void noOlderVersionCameAfterANewerOne() {
            Map<UUID, Integer> newest = new HashMap<>();
            Set<UUID> seen = new HashSet<>();
            for (Mail mail : dispatch.mails()) {
                for (Owed owed : mail.contents()) {
                    if (seen.add(owed.id())) {
                        assertThat(owed.version())
                                .as("after %s", newest.get(owed.alert()))
                                .isGreaterThan(newest.getOrDefault(owed.alert(), 0));
                        newest.put(owed.alert(), owed.version());
                    }
                }
            }
        }

        void whatIsUrgentWasNotHeldBack() {
            if (!alwaysGood) {
                return;
            }
            Map<UUID, Instant> arrived = new HashMap<>();
            dispatch.mails()
                    .forEach(mail -> mail.contents().forEach(owed -> arrived.putIfAbsent(owed.id(), mail.at())));
            urgentSince.forEach((id, since) ->
                    assertThat(arrived.get(id)).as("urgent since %s", since).isBetween(since, since.plusSeconds(5)));
        }

        /** First alerts, escalations, retractions and ends of a subscriber without a schedule came at once. */
        void onlyOrdinaryUpdatesCooledDown() {
            if (!alwaysGood || !unscheduled()) {
                return;
            }
            Map<UUID, Row> rows = ledger().stream().collect(Collectors.toMap(Row::id, row -> row));
            Map<UUID, Instant> arrived = new HashMap<>();
            dispatch.mails()
                    .forEach(mail -> mail.contents().forEach(owed -> arrived.putIfAbsent(owed.id(), mail.at())));
            neverHeldSince.forEach((id, since) -> {
                if (rows.get(id).status().equals("DELIVERED")) {
                    assertThat(arrived.get(id)).isBetween(since, since.plusSeconds(5));
                }
            });
        }

        /** Between two mails on one alert of which the later is an ordinary update lies the cool-down at least. */
        void updatesKeptTheirDistance() {
            if (!unscheduled()) {
                return;
            }
            Map<UUID, Instant> last = new HashMap<>();
            for (Mail mail : dispatch.mails()) {
                for (Owed owed : mail.contents()) {
                    Instant before = last.put(owed.alert(), mail.at());
                    boolean ordinary = owed.kind() == DeliveryKind.UPDATED && !owed.urgent();
                    if (alwaysGood && ordinary && before != null) {
                        assertThat(Duration.between(before, mail.at()).plusSeconds(5))
                                .isGreaterThanOrEqualTo(coolDown.email());
                    }
                }
            }
        }

        private boolean unscheduled() {
            Schedule schedule = subscription.schedule();
            return !schedule.digest() && schedule.dailyCap() == null && schedule.quietHours() == null;
        }

        /** One mail a day may come on top: what the day before held back. */
        void theCapWasKept() {
            Integer cap = subscription.schedule().dailyCap();
            if (cap == null || !alwaysGood) {
                return;
            }
            Map<Instant, Integer> days = new HashMap<>();
            for (Mail mail : dispatch.mails()) {
                if (!mail.urgent()) {
                    days.merge(subscription.schedule().dayBegan(mail.at()), 1, Integer::sum);
                }
            }
            assertThat(days.values()).allSatisfy(mails -> assertThat(mails).isLessThanOrEqualTo(cap + 1));
        }

        void nothingCameTwiceButForAKill() {
            Map<UUID, List<Boolean>> arrivals = new HashMap<>();
            for (Mail mail : dispatch.mails()) {
                for (Owed owed : mail.contents()) {
                    arrivals.computeIfAbsent(owed.id(), id -> new ArrayList<>()).add(mail.recorded());
                }
            }
            arrivals.values().forEach(times -> assertThat(times.stream().filter(recorded -> recorded))
                    .hasSizeLessThanOrEqualTo(1));
        }
    }
}
