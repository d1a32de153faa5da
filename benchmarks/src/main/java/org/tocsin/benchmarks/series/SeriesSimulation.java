package org.tocsin.benchmarks.series;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.tocsin.monitor.series.Direction;
import org.tocsin.monitor.series.Episode;
import org.tocsin.monitor.series.Series;
import org.tocsin.monitor.series.Threshold;
import org.tocsin.monitor.series.Watch;

/**
 * States the operating point of each kind of threshold on made-up series with a weekday cycle: false alarms per year, and
 * for three outbreaks the part found within two weeks and the days it took. With the same seeds it prints the same
 * figures.
 */
public final class SeriesSimulation {

    private static final int YEAR = 365;
    private static final int HISTORY = 3 * YEAR + 40;

    /** Days before those that count, in which thresholds come to fire and be armed as they would. */
    private static final int SETTLING = 100;

    private static final int QUIET_YEARS = 30;
    private static final int SERIES = 10;
    private static final int OUTBREAKS = 700;

    private static final List<Outbreak> OUTBREAK_KINDS =
            List.of(Outbreak.step("double", 2), Outbreak.step("triple", 3), Outbreak.ramp("+30 % a day", 0.3));

    private final PrintStream out;

    private SeriesSimulation(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs the simulation.
     *
     * @param arguments means of a weekday; 20 and 200 by default
     */
    public static void main(String[] arguments) {
        double[] means = arguments.length == 0
                ? new double[] {20, 200}
                : Arrays.stream(arguments).mapToDouble(Double::parseDouble).toArray();
        SeriesSimulation simulation = new SeriesSimulation(System.out);
        for (double mean : means) {
            simulation.table(mean);
        }
    }

    private static Map<String, Threshold> thresholds(double mean) {
        Map<String, Threshold> thresholds = new LinkedHashMap<>();
        thresholds.put("absolute, twice the weekday mean", new Threshold.Absolute("a", 2 * mean, 0.9));
        thresholds.put("change, +100 % in 1 day", new Threshold.Growth("c1", 1, 100, mean, 0.5));
        thresholds.put("change, +100 % in 7 days", new Threshold.Growth("c7", 7, 100, mean, 0.5));
        thresholds.put("record of 1 year", new Threshold.Record("r1", 366, 1, null, 0.5));
        thresholds.put("record of 3 years", new Threshold.Record("r3", 1096, 1, null, 0.5));
        thresholds.put("record of 1 year, sum of 30 days", new Threshold.Record("s1", 366, 30, null, 0.5));
        thresholds.put("ears as published, any day, alpha 0.025", ears(0.025, 7, 1));
        thresholds.put("ears, same weekday, alpha 0.025", ears(0.025, 7, 7));
        thresholds.put("ears by default: same weekday, alpha 0.001", ears(0.001, 7, 7));
        thresholds.put("ears, same weekday, alpha 0.001, history 14", ears(0.001, 14, 7));
        return thresholds;
    }

    private static Threshold ears(double alpha, int history, int step) {
        return new Threshold.Spike("e", alpha, 0.05, 4, history, step, null, 0.5);
    }

    private void table(double mean) {
        out.printf(Locale.ROOT, "%nMean of a weekday: %.0f%n%n| threshold | false alarms per year |", mean);
        OUTBREAK_KINDS.forEach(kind -> out.printf(" %s: found, days |", kind.name()));
        out.printf("%n|---|---|%s%n", "---|".repeat(OUTBREAK_KINDS.size()));
        thresholds(mean).forEach((name, threshold) -> {
            Watch watch = new Watch(threshold, Direction.UP);
            out.printf(Locale.ROOT, "| %s | %.1f |", name, falseAlarms(watch, mean));
            OUTBREAK_KINDS.forEach(kind -> out.printf(" %s |", detection(watch, mean, kind)));
            out.println();
        });
    }

    private static double falseAlarms(Watch watch, double mean) {
        long alarms = 0;
        for (int series = 0; series < SERIES; series++) {
            double[] counts = new DailyCounts(mean, series).quiet(HISTORY + QUIET_YEARS / SERIES * YEAR);
            alarms += watch.run(Series.of(counts), HISTORY - SETTLING, null).stream()
                    .filter(episode -> episode.fired() >= HISTORY)
                    .count();
        }
        return (double) alarms / QUIET_YEARS;
    }

    /** An outbreak is found if the threshold fires from its first day on; a false alarm that still stands hides it. */
    private static String detection(Watch watch, double mean, Outbreak outbreak) {
        int found = 0;
        long days = 0;
        for (int run = 0; run < OUTBREAKS; run++) {
            DailyCounts source = new DailyCounts(mean, 1_000L + run);
            int begin = HISTORY + run % 7;
            double[] counts = Arrays.copyOf(source.quiet(begin), begin + Outbreak.DAYS);
            for (int day = 0; day < Outbreak.DAYS; day++) {
                counts[begin + day] = source.draw(begin + day, outbreak.factors()[day]);
            }
            Optional<Episode> first = watch.run(Series.of(counts), begin - SETTLING, null).stream()
                    .filter(episode -> episode.fired() >= begin)
                    .findFirst();
            if (first.isPresent()) {
                found++;
                days += first.get().fired() - begin;
            }
        }
        return String.format(
                Locale.ROOT,
                "%.0f %%, %.1f",
                100.0 * found / OUTBREAKS,
                found == 0 ? Double.NaN : (double) days / found);
    }
}
