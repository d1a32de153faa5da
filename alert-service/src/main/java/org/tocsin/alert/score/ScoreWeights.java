package org.tocsin.alert.score;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The constants of the score, read from {@code score/weights.properties}; docs/scoring.md explains each.
 *
 * @param version which set this is; kept with every score
 */
public record ScoreWeights(
        String version,
        double magnitudePerDecade,
        double magnitudeMax,
        double killedFirst,
        double killedPerDecade,
        double killedMax,
        double injuredFirst,
        double injuredPerDecade,
        double injuredMax,
        double death,
        double ratePerDecade,
        double rateMax,
        double trendPerDoubling,
        double trendMax,
        double vulnerableFirst,
        double vulnerableFurther,
        double vulnerableMax,
        double planned) {

    /**
     * Reads the weights.
     *
     * @throws IllegalArgumentException when one is missing, no number, or (but for {@code planned}) negative
     */
    public static ScoreWeights read(Reader reader) {
        var properties = new Properties();
        try {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ScoreWeights(
                required("version", properties),
                points("magnitude.perDecade", properties),
                points("magnitude.max", properties),
                points("killed.first", properties),
                points("killed.perDecade", properties),
                points("killed.max", properties),
                points("injured.first", properties),
                points("injured.perDecade", properties),
                points("injured.max", properties),
                points("death", properties),
                points("rate.perDecade", properties),
                points("rate.max", properties),
                points("trend.perDoubling", properties),
                points("trend.max", properties),
                points("vulnerable.first", properties),
                points("vulnerable.further", properties),
                points("vulnerable.max", properties),
                points("planned", properties));
    }

    private static double points(String key, Properties properties) {
        double points = Double.parseDouble(required(key, properties));
        // A negative weight would let more people lower the severity.
        if (points < 0) {
            throw new IllegalArgumentException("score weight " + key + " is negative");
        }
        return points;
    }

    private static String required(String key, Properties properties) {
        String value = properties.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("score weights have no " + key);
        }
        return value.strip();
    }
}
