package org.tocsin.monitor.observation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.content.PlainText;
import org.tocsin.monitor.indicator.Indicator;
import org.tocsin.monitor.request.FieldErrors;
import org.tocsin.platform.problem.ProblemException;

/** Checks observations of one request; each indicator is looked up once. */
final class ObservationCheck {

    private static final double LARGEST = 1e15;
    private static final int NOTE_LIMIT = 500;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /** In the east of the world the day begins so long before it does in UTC. */
    private static final Duration EASTERNMOST = Duration.ofHours(14);

    private final Function<String, Optional<Indicator>> lookUp;
    private final @Nullable String usual;
    private final Instant now;
    private final Map<String, Optional<Indicator>> known = new HashMap<>();

    /** @param usual the indicator of observations that name none, null when they must */
    ObservationCheck(Function<String, Optional<Indicator>> lookUp, @Nullable String usual, Instant now) {
        this.lookUp = lookUp;
        this.usual = usual;
        this.now = now;
    }

    /** @throws ProblemException 422 with everything that is wrong */
    NewObservation check(ObservationRequest request) {
        FieldErrors errors = new FieldErrors();
        Optional<Indicator> indicator = indicator(request.indicator(), errors);
        ObservedPlace place = ObservedPlace.of(request.place(), request.placeName());
        errors.require(place.fits(), "/place", "It is longer than 100 characters.");
        double value = value(request.value(), errors);
        Optional<LocalDate> day = day(request.time(), errors);
        String note = request.note() == null ? "" : PlainText.line(request.note());
        errors.require(note.length() <= NOTE_LIMIT, "/note", "It is longer than 500 characters.");
        errors.throwIfAny();
        Indicator found = indicator.orElseThrow();
        long period = found.details().periodicity().periodOf(day.orElseThrow());
        return new NewObservation(found, place, period, value, note.isEmpty() ? null : note);
    }

    /** A value that stands for itself, say in a correction. */
    static double value(@Nullable Double value, FieldErrors errors) {
        // The comparison is false for NaN as well.
        boolean fits = value != null && Math.abs(value) <= LARGEST;
        errors.require(fits, "/value", "The value must be a number within ±10^15.");
        return fits ? value : 0;
    }

    private Optional<Indicator> indicator(@Nullable String given, FieldErrors errors) {
        String id = given == null || given.isBlank() ? usual : given.strip();
        if (id == null) {
            errors.add("/indicator", "An observation names its indicator.");
            return Optional.empty();
        }
        Optional<Indicator> indicator = known.computeIfAbsent(id, lookUp);
        errors.require(indicator.isPresent(), "/indicator", "There is no indicator of this id.");
        return indicator;
    }

    private Optional<LocalDate> day(@Nullable String time, FieldErrors errors) {
        Optional<LocalDate> day = Optional.ofNullable(time).flatMap(ObservedDay::read);
        errors.require(
                day.isPresent(),
                "/time",
                "The time must be a day, instant, week, month or year of ISO 8601, such as 2025-07-14.");
        LocalDate today = now.plus(EASTERNMOST).atZone(ZoneOffset.UTC).toLocalDate();
        errors.require(day.isEmpty() || !day.get().isAfter(today), "/time", "It is in the future.");
        errors.require(day.isEmpty() || !day.get().isBefore(EARLIEST), "/time", "It is before 1900.");
        return day;
    }
}
