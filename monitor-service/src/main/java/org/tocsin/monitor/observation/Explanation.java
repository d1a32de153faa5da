package org.tocsin.monitor.observation;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.tocsin.monitor.indicator.Indicator;
import org.tocsin.monitor.series.Direction;
import org.tocsin.monitor.series.Judgement;
import org.tocsin.monitor.series.Periodicity;
import org.tocsin.monitor.series.Threshold;

/** Says in one English sentence why a threshold fired. */
final class Explanation {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final int WEEK = 7;

    private final Indicator.Details indicator;
    private final Judgement judgement;
    private final boolean up;

    Explanation(Indicator.Details indicator, Judgement judgement) {
        this.indicator = indicator;
        this.judgement = judgement;
        this.up = indicator.direction() == Direction.UP;
    }

    /** The value with its unit, with which {@link #sentence} begins: "4,812 people". */
    String amount() {
        return number(judgement.value()) + " " + indicator.unit();
    }

    /** For instance "4,812 people in Herat on 14 July 2025: 4,000 or more was to be told." */
    String sentence(Threshold threshold, ObservedPlace place) {
        String where = place.key().isEmpty() ? "" : " in " + place.spoken();
        return amount() + where + " " + when() + ": " + reason(threshold) + ".";
    }

    private String when() {
        LocalDate start = indicator.periodicity().start(judgement.period());
        return switch (indicator.periodicity()) {
            case DAY -> "on " + DAY.format(start);
            case WEEK -> "in the week from " + DAY.format(start);
            case MONTH -> "in " + MONTH.format(start);
            case QUARTER -> "in the quarter from " + DAY.format(start);
            case YEAR -> "in " + start.getYear();
        };
    }

    private String reason(Threshold threshold) {
        if (threshold instanceof Threshold.Absolute) {
            return "the threshold is " + number(judgement.level()) + " or " + (up ? "more" : "less");
        }
        if (threshold instanceof Threshold.Change change) {
            return changed(number(Math.abs(judgement.statistic())), number(change.by()), change.periods());
        }
        if (threshold instanceof Threshold.Growth growth) {
            return changed(
                    number(Math.abs(judgement.statistic())) + " %", number(growth.percent()) + " %", growth.periods());
        }
        if (threshold instanceof Threshold.Record high) {
            return high(high);
        }
        return spike((Threshold.Spike) threshold);
    }

    private String changed(String by, String limit, int periods) {
        return by + (up ? " more" : " less") + " than " + count(periods) + " before; the threshold is " + limit;
    }

    private String high(Threshold.Record high) {
        int years = high.lookBack() == indicator.periodicity().periodsIn(1) ? 1 : 3;
        String what = high.sum() == 1 ? "this" : number(judgement.statistic()) + " in " + count(high.sum());
        return "%s is the %s in %d year%s, the %s before was %s"
                .formatted(
                        what,
                        up ? "highest" : "lowest",
                        years,
                        years == 1 ? "" : "s",
                        up ? "highest" : "lowest",
                        number(judgement.level()));
    }

    private String spike(Threshold.Spike spike) {
        boolean weekdays = spike.step() == WEEK && indicator.periodicity() == Periodicity.DAY;
        String baseline = weekdays ? spike.history() + " same weekdays" : count(spike.history());
        return "%s %s, the bound of what the %s before let expect (mean %s, alpha %s)"
                .formatted(
                        up ? "above" : "below",
                        number(judgement.level()),
                        baseline,
                        number(judgement.base()),
                        number(spike.alpha()));
    }

    private String count(int periods) {
        String unit = indicator.periodicity().name().toLowerCase(Locale.ROOT);
        return periods + " " + unit + (periods == 1 ? "" : "s");
    }

    static String number(double value) {
        String pattern = Math.abs(value) < 1 ? "0.######" : "#,##0.##";
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(value);
    }
}
