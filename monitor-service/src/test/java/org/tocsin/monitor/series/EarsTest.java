package org.tocsin.monitor.series;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Agreement with the published algorithm, by numbers that R computed. */
class EarsTest {

    private static final double[] PUBLISHED = {150, 130, 122, 160, 155, 128, 144, 125, 300, 319, 289, 277, 500};
    private static final double[] NINE_WEEKS = {
        123, 129, 123, 126, 136, 63, 48, 121, 128, 122, 124, 142, 66, 46, 120, 134, 113, 127, 141, 65, 45, 122, 130,
                118,
        130, 138, 64, 49, 116, 131, 120, 131, 137, 62, 46, 124, 131, 121, 124, 142, 56, 49, 124, 129, 118, 128, 142, 57,
        49, 125, 130, 120, 125, 137, 65, 49, 118, 134, 178, 124, 140, 63, 138
    };

    private record Case(double[] series, Ears ears, int history, int step) {}

    private static final Map<String, Case> CASES = Map.of(
            "published", new Case(PUBLISHED, new Ears(0.025, 0.05, 4, 7), 7, 1),
            "strict", new Case(PUBLISHED, new Ears(0.001, 0.01, 2, 5), 5, 1),
            "weekday", new Case(NINE_WEEKS, new Ears(0.025, 0.05, 4, 7), 7, 7));

    /** One line of what R computed; time is counted from 1. */
    record Expected(String name, int time, double mean, double bound, double reweightedBound, boolean alarm) {}

    static List<Expected> expected() throws IOException {
        try (InputStream file = EarsTest.class.getResourceAsStream("/series/ears.tsv");
                BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(cells -> new Expected(
                            cells[0],
                            Integer.parseInt(cells[1]),
                            Double.parseDouble(cells[2]),
                            Double.parseDouble(cells[3]),
                            Double.parseDouble(cells[4]),
                            cells[5].equals("1")))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("expected")
    void agreesWithThePublishedAlgorithm(Expected expected) {
        Case given = CASES.get(expected.name());
        double[] baseline = new double[given.history()];
        for (int i = 0; i < baseline.length; i++) {
            baseline[i] = given.series()[expected.time() - 1 - (i + 1) * given.step()];
        }

        Ears.Expectation computed = given.ears().expect(baseline);

        assertThat(computed.mean()).isCloseTo(expected.mean(), within(1e-9));
        assertThat(computed.bound()).isCloseTo(expected.bound(), within(1e-9));
        assertThat(computed.reweightedBound()).isCloseTo(expected.reweightedBound(), within(1e-9));
        assertThat(given.series()[expected.time() - 1] > computed.reweightedBound())
                .isEqualTo(expected.alarm());
    }

    @Test
    void allOfTheExampleIsCompared() throws IOException {
        assertThat(expected().stream().filter(line -> line.name().equals("published")))
                .hasSize(PUBLISHED.length - 7);
        assertThat(expected()).hasSize(6 + 8 + 14);
    }

    @Test
    void aBaselineWithoutAnyVarianceHasItsMeanForABound() {
        double[] quiet = new double[7];
        Arrays.fill(quiet, 5);

        assertThat(new Ears(0.025, 0.05, 4, 7).expect(quiet).reweightedBound()).isEqualTo(5);
    }

    @Test
    void aLoneSpikeInAQuietBaselineHasNoWeight() {
        assertThat(new Ears(0.025, 0.05, 4, 7)
                        .expect(new double[] {0, 0, 0, 900, 0, 0, 0})
                        .reweightedBound())
                .isCloseTo(0, within(1e-9));
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> new Ears(0.5, 0.05, 4, 7)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Ears(0.025, Double.NaN, 4, 7)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Ears(0.025, 0.05, -1, 7)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Ears(0.025, 0.05, 4, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Ears(0.025, 0.05, 4, 7).expect(new double[6]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
