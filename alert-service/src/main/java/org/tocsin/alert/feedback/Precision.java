package org.tocsin.alert.feedback;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * How often a rule or a source was right in one stretch of time.
 *
 * @param key name of the rule, or id of the source (its name where it has none)
 * @param name how readers know it
 * @param from first day of the stretch, by the event time of the alerts (UTC)
 * @param alerts how many alerts it had a part in
 * @param confirmed how many of them somebody took up, or closed as over
 * @param falseAlarms how many were retracted
 * @param undecided how many nobody has judged
 * @param precision confirmed by confirmed and false alarms, 0 to 1; null while nothing is judged
 * @param atLeast lower end of the 95 % interval of the precision (Wilson 1927): few judgements say little
 * @param retractions the latest retracted alerts and why
 */
record Precision(
        String key,
        String name,
        LocalDate from,
        int alerts,
        int confirmed,
        int falseAlarms,
        int undecided,
        @Nullable Double precision,
        @Nullable Double atLeast,
        List<Retraction> retractions) {

    private static final double Z = 1.959964;

    /** A false alarm. */
    record Retraction(UUID alertId, String reason) {}

    static Precision of(
            String key, String name, LocalDate from, int alerts, int confirmed, int falseAlarms, List<Retraction> why) {
        int judged = confirmed + falseAlarms;
        return new Precision(
                key,
                name,
                from,
                alerts,
                confirmed,
                falseAlarms,
                alerts - judged,
                judged == 0 ? null : round((double) confirmed / judged),
                judged == 0 ? null : round(wilson(confirmed, judged)),
                List.copyOf(why));
    }

    private static double wilson(int hits, int trials) {
        double share = (double) hits / trials;
        double z2 = Z * Z / trials;
        double margin = Z * Math.sqrt(share * (1 - share) / trials + z2 / (4 * trials));
        return Math.max(0, (share + z2 / 2 - margin) / (1 + z2));
    }

    private static double round(double share) {
        return Math.round(share * 1_000) / 1_000.0;
    }
}
