package org.tocsin.monitor.indicator;

import java.util.Locale;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.request.FieldErrors;
import org.tocsin.monitor.series.Periodicity;
import org.tocsin.monitor.series.Threshold;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A threshold as people write it, as it is stored and as it is shown.
 *
 * @param kind absolute, change, record or ears
 * @param level of absolute: fires from this value on
 * @param periods of change: since so many periods ago; 1 when absent
 * @param by of change: fires from this difference on
 * @param percent of change, instead of by: fires from this part of the earlier value on
 * @param years of record: 1 or 3
 * @param sum of record: periods that are added up; 1 when absent
 * @param alpha of ears: 0.001 when absent
 * @param alphaOutlier of ears: 0.05 when absent
 * @param decay of ears: 4 when absent
 * @param history of ears: values of the baseline; 7 when absent
 * @param sameWeekday of ears: whether only the same weekdays are the baseline; true for daily series when absent
 * @param minimum the value that must be reached besides
 * @param release how far it must come back to be armed again, as a part of the way to the level
 */
@Schema(name = "Threshold")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ThresholdForm(
        @Nullable String id,
        @Nullable @Schema(examples = "ears") String kind,
        @Nullable Double level,
        @Nullable Integer periods,
        @Nullable Double by,
        @Nullable Double percent,
        @Nullable Integer years,
        @Nullable Integer sum,
        @Nullable Double alpha,
        @Nullable Double alphaOutlier,
        @Nullable Double decay,
        @Nullable Integer history,
        @Nullable Boolean sameWeekday,
        @Nullable Double minimum,
        @Nullable Double release) {

    private static final double LARGEST = 1e15;

    /** The published 0.025 gives some twenty false alarms a year, see docs/series.md. */
    private static final double USUAL_ALPHA = 0.001;

    private static final int WEEK = 7;
    private static final int MOST_PERIODS = 1_100;
    private static final int MOST_HISTORY = 60;

    /** What a threshold looks like to people. */
    public static ThresholdForm of(Threshold threshold, Periodicity periodicity) {
        Builder form = new Builder(threshold);
        if (threshold instanceof Threshold.Absolute absolute) {
            return form.absolute(absolute);
        }
        if (threshold instanceof Threshold.Change change) {
            return form.change("change", change.periods(), change.by(), null);
        }
        if (threshold instanceof Threshold.Growth growth) {
            return form.change("change", growth.periods(), null, growth.percent());
        }
        if (threshold instanceof Threshold.Record high) {
            return form.high(high, periodicity);
        }
        return form.spike((Threshold.Spike) threshold);
    }

    /**
     * Checks everything.
     *
     * @param at JSON pointer of the threshold
     * @return of no use when errors were noted
     */
    Threshold check(String at, Periodicity periodicity, FieldErrors errors) {
        errors.require(
                id != null && id.matches("[a-z0-9][a-z0-9-]{0,99}"),
                at + "/id",
                "The id is made of lower-case letters, digits and -.");
        finite(minimum, at + "/minimum", errors);
        String name = String.valueOf(id);
        return switch (kind == null ? "" : kind.strip().toLowerCase(Locale.ROOT)) {
            case "absolute" ->
                new Threshold.Absolute(name, needed(level, at + "/level", errors), back(0.9, at, errors));
            case "change" -> change(name, at, errors);
            case "record" -> high(name, at, periodicity, errors);
            case "ears" -> spike(name, at, periodicity, errors);
            default -> {
                errors.add(at + "/kind", "It must be one of absolute, change, record and ears.");
                yield new Threshold.Absolute(name, 0, 1);
            }
        };
    }

    private Threshold change(String name, String at, FieldErrors errors) {
        errors.require((by == null) != (percent == null), at, "A change has either by or percent.");
        double size = needed(by != null ? by : percent, at + (by != null ? "/by" : "/percent"), errors);
        errors.require(
                size > 0, at + (by != null ? "/by" : "/percent"), "It must be above 0; the direction says which way.");
        int since = within(periods, 1, 1, MOST_PERIODS, at + "/periods", errors);
        double back = back(0.5, at, errors);
        return by != null
                ? new Threshold.Change(name, since, size, minimum, back)
                : new Threshold.Growth(name, since, size, minimum, back);
    }

    private Threshold high(String name, String at, Periodicity periodicity, FieldErrors errors) {
        errors.require(years != null && (years == 1 || years == 3), at + "/years", "It must be 1 or 3.");
        int span = years != null && years == 3 ? 3 : 1;
        int added = within(sum, 1, 1, periodicity.periodsIn(1), at + "/sum", errors);
        return new Threshold.Record(name, periodicity.periodsIn(span), added, minimum, back(0.5, at, errors));
    }

    private Threshold spike(String name, String at, Periodicity periodicity, FieldErrors errors) {
        boolean daily = periodicity == Periodicity.DAY;
        errors.require(
                daily || !Boolean.TRUE.equals(sameWeekday), at + "/sameWeekday", "Only a daily series has weekdays.");
        boolean weekday = sameWeekday == null ? daily : sameWeekday;
        double power = decay == null ? 4 : decay;
        errors.require(power >= 0 && power <= 20, at + "/decay", "It must be from 0 to 20.");
        return new Threshold.Spike(
                name,
                share(alpha, USUAL_ALPHA, at + "/alpha", errors),
                share(alphaOutlier, 0.05, at + "/alphaOutlier", errors),
                power,
                within(history, WEEK, 3, MOST_HISTORY, at + "/history", errors),
                weekday ? WEEK : 1,
                minimum,
                back(0.5, at, errors));
    }

    private double back(double fallback, String at, FieldErrors errors) {
        double part = release == null ? fallback : release;
        errors.require(part >= 0 && part <= 1, at + "/release", "It must be from 0 to 1.");
        return part;
    }

    private static double share(@Nullable Double given, double fallback, String at, FieldErrors errors) {
        double share = given == null ? fallback : given;
        boolean fits = share >= 1e-6 && share < 0.5;
        errors.require(fits, at, "It must be at least 0.000001 and below 0.5.");
        return fits ? share : fallback;
    }

    private static int within(
            @Nullable Integer given, int fallback, int least, int most, String at, FieldErrors errors) {
        int number = given == null ? fallback : given;
        boolean fits = number >= least && number <= most;
        errors.require(fits, at, "It must be from %d to %d.".formatted(least, most));
        return fits ? number : fallback;
    }

    private static double needed(@Nullable Double given, String at, FieldErrors errors) {
        errors.require(given != null, at, "A number is missing.");
        finite(given, at, errors);
        return given == null ? 0 : given;
    }

    private static void finite(@Nullable Double given, String at, FieldErrors errors) {
        // The comparison is false for NaN as well.
        errors.require(given == null || Math.abs(given) <= LARGEST, at, "It must be a number within ±10^15.");
    }

    /** Puts the fields of each kind where they belong. */
    private record Builder(Threshold threshold) {

        ThresholdForm absolute(Threshold.Absolute absolute) {
            return new ThresholdForm(
                    absolute.id(),
                    "absolute",
                    absolute.level(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    absolute.release());
        }

        ThresholdForm change(String kind, int periods, @Nullable Double by, @Nullable Double percent) {
            return new ThresholdForm(
                    threshold.id(),
                    kind,
                    null,
                    periods,
                    by,
                    percent,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    threshold.minimum(),
                    threshold.release());
        }

        ThresholdForm high(Threshold.Record high, Periodicity periodicity) {
            int years = high.lookBack() == periodicity.periodsIn(1) ? 1 : 3;
            return new ThresholdForm(
                    high.id(),
                    "record",
                    null,
                    null,
                    null,
                    null,
                    years,
                    high.sum(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    high.minimum(),
                    high.release());
        }

        ThresholdForm spike(Threshold.Spike spike) {
            return new ThresholdForm(
                    spike.id(),
                    "ears",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    spike.alpha(),
                    spike.alphaOutlier(),
                    spike.decay(),
                    spike.history(),
                    spike.step() == WEEK,
                    spike.minimum(),
                    spike.release());
        }
    }
}
