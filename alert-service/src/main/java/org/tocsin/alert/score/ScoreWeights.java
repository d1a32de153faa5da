package org.tocsin.alert.score;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The constants of the score, read from {@code score/weights.properties}; docs/scoring.md explains each.
 *
 * @param version which set this is, a name and a checksum of the constants; kept with every score
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

    private static final char MARK = '-';

    /** In the order of the components. */
    private static final List<String> NAMES = List.of(
            "magnitude.perDecade",
            "magnitude.max",
            "killed.first",
            "killed.perDecade",
            "killed.max",
            "injured.first",
            "injured.perDecade",
            "injured.max",
            "death",
            "rate.perDecade",
            "rate.max",
            "trend.perDoubling",
            "trend.max",
            "vulnerable.first",
            "vulnerable.further",
            "vulnerable.max",
            "planned");

    /**
     * Reads the weights.
     *
     * @throws IllegalArgumentException when one is missing, no number, or negative
     */
    public static ScoreWeights read(Reader reader) {
        var properties = new Properties();
        try {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var constants = new TreeMap<String, Double>();
        NAMES.forEach(name -> constants.put(name, points(name, properties)));
        return of(required("version", properties), constants);
    }

    /** These weights with some of them changed. */
    public ScoreWeights with(Map<String, Double> changes) {
        var constants = new TreeMap<>(constants());
        constants.putAll(changes);
        return of(version.substring(0, version.lastIndexOf(MARK)), constants);
    }

    /** All constants by their names in the file. */
    public Map<String, Double> constants() {
        var values = new double[] {
            magnitudePerDecade,
            magnitudeMax,
            killedFirst,
            killedPerDecade,
            killedMax,
            injuredFirst,
            injuredPerDecade,
            injuredMax,
            death,
            ratePerDecade,
            rateMax,
            trendPerDoubling,
            trendMax,
            vulnerableFirst,
            vulnerableFurther,
            vulnerableMax,
            planned
        };
        var constants = new TreeMap<String, Double>();
        for (int i = 0; i < values.length; i++) {
            constants.put(NAMES.get(i), values[i]);
        }
        return constants;
    }

    private static ScoreWeights of(String name, SortedMap<String, Double> constants) {
        double[] values = NAMES.stream().mapToDouble(constants::get).toArray();
        return new ScoreWeights(
                // Whoever changes a constant and forgets to rename the set still has another version.
                name + MARK + String.format(Locale.ROOT, "%08x", constants.hashCode()),
                values[0],
                values[1],
                values[2],
                values[3],
                values[4],
                values[5],
                values[6],
                values[7],
                values[8],
                values[9],
                values[10],
                values[11],
                values[12],
                values[13],
                values[14],
                values[15],
                values[16]);
    }

    private static double points(String key, Properties properties) {
        double points = Double.parseDouble(required(key, properties));
        // A negative weight would let more people lower the severity.
        if (!(points >= 0)) {
            throw new IllegalArgumentException("score weight " + key + " is not a number from 0 on");
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
