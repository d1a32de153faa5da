package org.tocsin.monitor.observation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.figure.Action;
import org.tocsin.monitor.figure.Figure;
import org.tocsin.monitor.figure.Quantifier;
import org.tocsin.monitor.figure.Status;
import org.tocsin.monitor.figure.Unit;
import org.tocsin.monitor.indicator.Indicator;
import org.tocsin.monitor.indicator.ThresholdForm;
import org.tocsin.monitor.series.Episode;
import org.tocsin.monitor.series.Judgement;
import org.tocsin.monitor.series.Periodicity;
import org.tocsin.monitor.series.Series;
import org.tocsin.monitor.series.Threshold;
import org.tocsin.monitor.series.Watch;
import org.tocsin.monitor.signal.SeriesFinding;
import org.tocsin.monitor.signal.SeriesSignal;

import com.fasterxml.jackson.databind.ObjectMapper;

import static java.util.Objects.requireNonNull;

/** Makes a signal of a threshold that was passed. */
@ApplicationScoped
class CrossingSignals {

    /** More people than live on earth: a value beyond is no number of people. */
    private static final double MOST_PEOPLE = 1e10;

    private final ObservationRepository observations;
    private final ObjectMapper json;

    CrossingSignals(ObservationRepository observations, ObjectMapper json) {
        this.observations = observations;
        this.json = json;
    }

    SeriesSignal signal(Indicator indicator, SeriesRow row, Watch watch, Series values, Episode episode, Instant now) {
        Judgement judgement = requireNonNull(watch.judge(values, episode.fired()), "what fired can be judged");
        StoredObservation observation =
                observations.find(row.id(), Set.of(episode.fired())).get(episode.fired());
        Indicator.Details details = indicator.details();
        Explanation explanation = new Explanation(details, judgement);
        SeriesFinding finding = new SeriesFinding(
                indicator.id(),
                row.place().key().isEmpty()
                        ? details.title()
                        : details.title() + ", " + row.place().spoken(),
                details.unit(),
                details.periodicity().name(),
                details.direction().name(),
                details.url(),
                publisher(indicator.origin()),
                observed(observation, details.periodicity(), judgement, now),
                passed(watch.threshold(), judgement, details.periodicity()),
                explanation.sentence(watch.threshold(), row.place()));
        String acting =
                details.country() != null ? details.country() : row.place().country();
        return new SeriesSignal(
                indicator.version(),
                details.category(),
                acting,
                row.place().views(acting),
                figures(details, judgement, explanation.amount()),
                finding);
    }

    private static SeriesFinding.Publisher publisher(Indicator.Origin origin) {
        return new SeriesFinding.Publisher(origin.id(), origin.name(), origin.reliability(), origin.ownerGroup());
    }

    /** @param observation null for a gap that means zero: nobody has observed it */
    private static SeriesFinding.Observed observed(
            @Nullable StoredObservation observation, Periodicity periodicity, Judgement judgement, Instant now) {
        Instant received = observation == null ? now : observation.receivedAt();
        LocalDate end = periodicity.end(judgement.period());
        Instant over = end.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return new SeriesFinding.Observed(
                observation == null ? null : observation.id(),
                periodicity.start(judgement.period()),
                end,
                judgement.value(),
                observation == null ? 0 : observation.revision(),
                over.isAfter(received) ? received : over,
                received);
    }

    private SeriesFinding.Passed passed(Threshold threshold, Judgement judgement, Periodicity periodicity) {
        ThresholdForm form = ThresholdForm.of(threshold, periodicity);
        return new SeriesFinding.Passed(
                threshold.id(),
                String.valueOf(form.kind()),
                json.valueToTree(form),
                judgement.statistic(),
                judgement.level(),
                threshold instanceof Threshold.Spike ? (@Nullable Double) judgement.base() : null);
    }

    private static List<Figure> figures(Indicator.Details details, Judgement judgement, String quote) {
        double people = judgement.value();
        if (details.action() == null || people < 1 || people > MOST_PEOPLE) {
            return List.of();
        }
        long count = Math.round(people);
        return List.of(new Figure(
                count,
                count,
                count,
                Quantifier.EXACT,
                Unit.PERSON,
                Action.valueOf(details.action()),
                null,
                null,
                details.periodicity().start(judgement.period()),
                details.periodicity().end(judgement.period()),
                false,
                Status.ACTUAL,
                quote,
                0,
                quote.length()));
    }
}
