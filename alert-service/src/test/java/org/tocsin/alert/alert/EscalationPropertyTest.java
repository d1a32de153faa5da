package org.tocsin.alert.alert;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.EntityManager;

import org.mockito.Mockito;
import org.tocsin.alert.category.Categories;
import org.tocsin.alert.fact.Reliability;
import org.tocsin.alert.fact.Source;
import org.tocsin.alert.figure.Figure;
import org.tocsin.alert.score.Band;
import org.tocsin.alert.score.ScoreWeights;
import org.tocsin.alert.score.Scoring;
import org.tocsin.platform.problem.ProblemException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Over random histories of reports, copies, corrections, acknowledgements, closures, retractions, merges and splits: who
 * reads only what is told knows each alert as it is, and no rise of the band is told as anything less. The histories run
 * through the code of production; only the tables are replaced by lists.
 */
class EscalationPropertyTest {

    private static final Instant START = Instant.parse("2025-07-14T06:20:00Z");

    @Property(tries = 1_000)
    void noHistorySwallowsARiseOfTheBand(@ForAll("histories") List<Step> history) {
        var world = new World();
        for (Step step : history) {
            Map<UUID, Band> before = world.bands();
            int told = world.told.size();
            step.run(world);
            world.check(before, told);
        }
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Integer> which = Arbitraries.integers().between(0, 3);
        Arbitrary<Integer> voice = Arbitraries.integers().between(0, 4);
        Arbitrary<Long> people = Arbitraries.of(0L, 3L, 30L, 300L, 3_000L, 30_000L, 300_000L);
        Arbitrary<Boolean> coin = Arbitraries.of(true, false);
        Arbitrary<Step> opened =
                Combinators.combine(voice, people, coin).as((v, n, planned) -> world -> world.open(v, n, planned));
        Arbitrary<Step> reported = Combinators.combine(which, voice, people, coin)
                .as((i, v, n, planned) -> world -> world.report(i, v, n, planned));
        Arbitrary<Step> copied = Combinators.combine(which, voice).as((i, v) -> world -> world.copy(i, v));
        Arbitrary<Step> enriched = Combinators.combine(which, people).as((i, n) -> world -> world.enrich(i, n));
        Arbitrary<Step> decided = Combinators.combine(which, Arbitraries.of(AlertStatus.class))
                .as((i, status) -> world -> world.decide(i, status));
        Arbitrary<Step> merged = Combinators.combine(which, which).as((i, j) -> world -> world.merge(i, j));
        Arbitrary<Step> split = Combinators.combine(
                        which, which, Arbitraries.integers().between(0, 5))
                .as((i, j, document) -> world -> world.split(i, j, document));
        return Arbitraries.frequencyOf(
                        Tuple.of(2, opened),
                        Tuple.of(6, reported),
                        Tuple.of(2, copied),
                        Tuple.of(2, enriched),
                        Tuple.of(4, decided),
                        Tuple.of(1, merged),
                        Tuple.of(1, split))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @FunctionalInterface
    interface Step {
        void run(World world);
    }

    /** One thing that was told. */
    private record Told(AlertView alert, AlertChange change) {}

    /** The service without its database. */
    private static final class World {

        private final Map<UUID, Alert> alerts = new LinkedHashMap<>();
        private final List<Report> reports = new ArrayList<>();
        private final List<Told> told = new ArrayList<>();
        private final AlertKeeper keeper;
        private final AlertRegrouping regrouping;
        private int minute;

        World() {
            var alertTable = new MemoryAlerts(alerts);
            var reportTable = new MemoryReports(reports);
            keeper = new AlertKeeper(
                    alertTable,
                    reportTable,
                    Mockito.mock(VersionRepository.class),
                    (alert, change) -> told.add(new Told(alert, change)),
                    Categories.read(resource("category/categories.properties")),
                    new Scoring(ScoreWeights.read(resource("score/weights.properties"))),
                    Clock.fixed(START, ZoneOffset.UTC));
            regrouping = new AlertRegrouping(
                    alertTable,
                    reportTable,
                    Mockito.mock(AdoptionRepository.class),
                    keeper,
                    Mockito.mock(EventLocks.class),
                    Mockito.mock(EntityManager.class));
        }

        void open(int voice, long people, boolean planned) {
            keeper.open(facts(UUID.randomUUID(), voice, people, planned));
        }

        void report(int which, int voice, long people, boolean planned) {
            living(which)
                    .ifPresent(alert -> keeper.attach(
                            alert.id(), facts(UUID.randomUUID(), voice, people, planned), "Same event", 0.9, null));
        }

        void copy(int which, int voice) {
            living(which).ifPresent(alert -> {
                Report original = of(alert).get(0);
                UUID text = original.copyOf() == null ? original.documentId() : original.copyOf();
                keeper.attach(alert.id(), facts(UUID.randomUUID(), voice, 0, false), "Same text", 1, text);
            });
        }

        void enrich(int which, long people) {
            living(which).ifPresent(alert -> {
                Report report = of(alert).get(0);
                keeper.enrich(alert.id(), facts(report.documentId(), 0, people, false));
            });
        }

        /** What AlertService does in its transaction. */
        void decide(int which, AlertStatus status) {
            living(which)
                    .filter(alert -> alert.status().next().contains(status))
                    .ifPresent(alert -> {
                        AlertState before = AlertState.of(alert);
                        alert.become(status);
                        keeper.settle(alert, before, Cause.by(Cause.Code.STATUS_SET, "Decided"), "editor", true);
                    });
        }

        void merge(int into, int from) {
            living(into).ifPresent(target -> living(from)
                    .filter(alert -> alert != target)
                    .ifPresent(alert -> tolerant(() -> regrouping.merge(
                            target.id(), null, new MergeAlerts(List.of(alert.id()), null), "editor"))));
        }

        void split(int from, int into, int document) {
            living(from).ifPresent(alert -> {
                List<Report> present = of(alert);
                UUID moved = present.get(document % present.size()).documentId();
                UUID target = into == from
                        ? null
                        : living(into)
                                .map(Alert::id)
                                .filter(id -> !id.equals(alert.id()))
                                .orElse(null);
                tolerant(() ->
                        regrouping.split(alert.id(), null, new SplitAlert(List.of(moved), target, null), "editor"));
            });
        }

        Map<UUID, Band> bands() {
            var bands = new LinkedHashMap<UUID, Band>();
            alerts.forEach((id, alert) -> bands.put(id, alert.band()));
            return bands;
        }

        /** What must hold after every step. */
        void check(Map<UUID, Band> before, int already) {
            List<Told> news = told.subList(already, told.size());
            for (Alert alert : alerts.values()) {
                Told last = last(alert.id());
                assertThat(last.alert().band()).as("the band that readers know").isEqualTo(alert.band());
                assertThat(last.alert().status())
                        .as("the state that readers know")
                        .isEqualTo(alert.status());
                assertThat(last.alert().version()).isEqualTo(alert.version());
                Band earlier = before.get(alert.id());
                boolean rose = earlier != null && alert.band().above(earlier) && alert.mergedInto() == null;
                if (rose) {
                    assertThat(news)
                            .as("a rise is told as an escalation")
                            .anyMatch(item -> item.alert().id().equals(alert.id())
                                    && item.change().kind() == AlertChange.Kind.ESCALATED
                                    && item.change().previousBand() == earlier);
                    assertThat(alert.status()).as("a rise is open to everybody").isEqualTo(AlertStatus.OPEN);
                }
                assertThat(versions(alert.id())).as("versions have no gaps").isEqualTo(alert.version());
            }
            for (Told item : news) {
                AlertStatus status = item.alert().status();
                switch (item.change().kind()) {
                    case CLOSED -> assertThat(status).isEqualTo(AlertStatus.CLOSED);
                    case RETRACTED -> assertThat(status).isEqualTo(AlertStatus.RETRACTED);
                    case ESCALATED ->
                        assertThat(item.alert()
                                        .band()
                                        .above(Objects.requireNonNull(
                                                item.change().previousBand())))
                                .isTrue();
                    case OPENED -> assertThat(item.alert().version()).isEqualTo(1);
                    case UPDATED -> assertThat(item.alert().version()).isGreaterThan(1);
                }
            }
        }

        private Told last(UUID id) {
            return told.stream()
                    .filter(item -> item.alert().id().equals(id))
                    .reduce((one, other) -> other)
                    .orElseThrow();
        }

        private int versions(UUID id) {
            return (int) told.stream()
                    .filter(item -> item.alert().id().equals(id))
                    .map(item -> item.alert().version())
                    .distinct()
                    .count();
        }

        private Optional<Alert> living(int which) {
            return alerts.values().stream()
                    .filter(alert -> alert.mergedInto() == null)
                    .skip(which)
                    .findFirst();
        }

        private List<Report> of(Alert alert) {
            return reports.stream()
                    .filter(report -> report.alertId().equals(alert.id()))
                    .sorted(Comparator.comparing(Report::eventAt))
                    .toList();
        }

        private ReportFacts facts(UUID documentId, int voice, long people, boolean planned) {
            Instant at = START.plus(Duration.ofMinutes(minute++));
            List<Figure> figures = people == 0 ? List.of() : List.of(figure(people, planned));
            return new ReportFacts(
                    documentId,
                    Map.of("MASS_DEPORTATION", 1.0),
                    "IR",
                    null,
                    "People sent away",
                    new Source(null, "Voice " + voice, Reliability.values()[voice], null),
                    "en",
                    at,
                    at,
                    planned,
                    List.of(),
                    figures,
                    List.of(),
                    Set.of("mass-deportation"));
        }

        private static Figure figure(long people, boolean planned) {
            return new Figure(
                    people,
                    people,
                    people,
                    Figure.Quantifier.EXACT,
                    "PERSON",
                    "DEPORTED",
                    null,
                    null,
                    null,
                    null,
                    false,
                    planned ? Figure.Status.PLANNED : Figure.Status.ACTUAL,
                    people + " people");
        }

        /** A refusal changes nothing; that is checked like any step. */
        private static void tolerant(Runnable request) {
            try {
                request.run();
            } catch (ProblemException refused) {
                assertThat(refused.status()).isIn(409, 422);
            }
        }

        private static Reader resource(String name) {
            return new InputStreamReader(
                    Objects.requireNonNull(
                            EscalationPropertyTest.class.getClassLoader().getResourceAsStream(name), name),
                    StandardCharsets.UTF_8);
        }
    }
}
