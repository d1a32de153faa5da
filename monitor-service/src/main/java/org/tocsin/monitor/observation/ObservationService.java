package org.tocsin.monitor.observation;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.indicator.Indicator;
import org.tocsin.monitor.indicator.Indicators;
import org.tocsin.monitor.observation.ObservationBatch.LineProblem;
import org.tocsin.monitor.request.Body;
import org.tocsin.monitor.request.FieldErrors;
import org.tocsin.platform.problem.ProblemException;
import org.tocsin.platform.version.EntityTags;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Accepts and corrects observations. A file is no transaction: what was accepted before it broke off stays accepted. */
@ApplicationScoped
class ObservationService {

    private static final int BATCH = 500;

    private final ObservationIntake intake;
    private final ObservationRepository observations;
    private final SeriesRepository series;
    private final CrossingRepository crossings;
    private final Indicators indicators;
    private final ObjectMapper json;
    private final Clock clock;

    ObservationService(
            ObservationIntake intake,
            ObservationRepository observations,
            SeriesRepository series,
            CrossingRepository crossings,
            Indicators indicators,
            ObjectMapper json,
            Clock clock) {
        this.intake = intake;
        this.observations = observations;
        this.series = series;
        this.crossings = crossings;
        this.indicators = indicators;
        this.json = json;
        this.clock = clock;
    }

    /**
     * How a file or a single observation is to be taken.
     *
     * @param indicator of observations that name none
     * @param silent whether no signals are to be told
     * @param by who sends it
     */
    record Terms(@Nullable String indicator, boolean silent, String by) {}

    /** @throws ProblemException 400, 413 or 422 when it is not acceptable */
    @Transactional
    AcceptedObservation accept(InputStream body, Terms terms) {
        ObservationRequest request =
                Body.json(json, Body.read(body, NdjsonObservations.LIMIT), ObservationRequest.class);
        NewObservation observation = check(terms).check(request);
        return intake.accept(List.of(observation), terms.by(), terms.silent()).get(0);
    }

    ObservationBatch acceptLines(InputStream body, Terms terms) throws IOException {
        return accept(new NdjsonObservations(body, json), terms);
    }

    /** @param value the hashtag of the column with the values, null when only one can be meant */
    ObservationBatch acceptTable(InputStream body, @Nullable String value, Terms terms) throws IOException {
        return accept(new CsvObservations(body, value), terms);
    }

    private ObservationBatch accept(Lines lines, Terms terms) throws IOException {
        Progress progress = new Progress(check(terms), terms);
        for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            progress.take(line.get());
        }
        return progress.finish();
    }

    private ObservationCheck check(Terms terms) {
        return new ObservationCheck(indicators::find, terms.indicator(), clock.instant());
    }

    @Transactional
    List<ObservationView> list(ObservationQuery query) {
        return observations.list(query);
    }

    /** The indicator, for those who ask for its observations. */
    @Transactional
    Indicator indicator(String id) {
        return indicators.find(id).orElseThrow(() -> ProblemException.notFound("There is no indicator of this id."));
    }

    @Transactional
    ObservationView get(UUID id) {
        return observations
                .find(id)
                .map(view -> view.with(observations.history(id)))
                .orElseThrow(ObservationService::unknown);
    }

    /**
     * Gives an observation another value, or takes it back.
     *
     * @param value null to take it back
     */
    @Transactional
    ObservationView revise(
            UUID id, @Nullable Double value, @Nullable String note, @Nullable String ifMatch, String by) {
        UUID seriesId = observations.seriesOf(id).orElseThrow(ObservationService::unknown);
        SeriesRow row = series.lock(seriesId);
        StoredObservation present = observations.present(id);
        EntityTags.check(ifMatch, present.revision());
        if (!Objects.equals(present.value(), value)) {
            Indicator indicator = indicators.find(row.indicator()).orElseThrow();
            intake.revise(indicator, row, present, value, note, by);
        }
        return get(id);
    }

    /** @throws ProblemException 422 when it is no value */
    Double value(ObservationRequest request) {
        FieldErrors errors = new FieldErrors();
        double value = ObservationCheck.value(request.value(), errors);
        errors.throwIfAny();
        return value;
    }

    /** The series of an indicator in the order of their places. */
    @Transactional
    List<SeriesView> series(String indicator, @Nullable String after, int limit) {
        Indicator known = indicator(indicator);
        var periodicity = known.details().periodicity();
        return series.list(indicator, periodicity, after, limit).stream()
                .map(view -> new SeriesView(
                        view.id(),
                        view.place(),
                        view.placeName(),
                        view.observations(),
                        view.from(),
                        view.to(),
                        crossings.of(view.id()).stream()
                                .filter(crossing ->
                                        crossing.stands() && crossing.episode().released() == null)
                                .map(crossing -> new SeriesView.Alarm(
                                        crossing.threshold(),
                                        periodicity.start(crossing.episode().fired()),
                                        crossing.episode().level(),
                                        crossing.signalId()))
                                .toList()))
                .toList();
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("There is no observation of this id.");
    }

    /** A file on its way in. */
    private final class Progress {

        private final ObservationCheck check;
        private final Terms terms;
        private final List<NewObservation> pending = new ArrayList<>();
        private final List<UUID> signals = new ArrayList<>();
        private final List<LineProblem> problems = new ArrayList<>();
        private final long[] outcomes = new long[Outcome.values().length];
        private long rejected;
        private boolean complete = true;

        Progress(ObservationCheck check, Terms terms) {
            this.check = check;
            this.terms = terms;
        }

        void take(Line line) {
            if (line instanceof Line.Unreadable unreadable) {
                complete &= !unreadable.last();
                reject(line.number(), unreadable.status(), unreadable.detail(), unreadable.errors());
                return;
            }
            try {
                pending.add(check.check(((Line.Given) line).observation()));
            } catch (ProblemException e) {
                reject(line.number(), e.status(), String.valueOf(e.getMessage()), e.errors());
            }
            if (pending.size() >= BATCH) {
                flush();
            }
        }

        ObservationBatch finish() {
            flush();
            return new ObservationBatch(
                    outcomes[Outcome.ADDED.ordinal()],
                    outcomes[Outcome.CORRECTED.ordinal()],
                    outcomes[Outcome.REPEATED.ordinal()],
                    rejected,
                    complete,
                    signals,
                    problems);
        }

        private void reject(long line, int status, String detail, List<ProblemException.FieldError> errors) {
            rejected++;
            if (problems.size() < ObservationBatch.PROBLEMS_TOLD) {
                problems.add(new LineProblem(line, status, detail, errors));
            }
        }

        private void flush() {
            if (pending.isEmpty()) {
                return;
            }
            for (AcceptedObservation accepted : intake.accept(pending, terms.by(), terms.silent())) {
                outcomes[accepted.outcome().ordinal()]++;
                signals.addAll(accepted.signals());
            }
            pending.clear();
        }
    }
}
